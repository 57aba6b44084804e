namespace Glossary.App.Kernel.Records;

/// <summary>The stores of the installation. Terms may live in another service than the rest.</summary>
/// <param name="Terms">Concepts, terms, aliases, evidence, index rows and changes; one partition per glossary.</param>
/// <param name="Registry">Glossaries, documents, operations and settings.</param>
public sealed record RecordStores(IRecordStore Terms, IRecordStore Registry);
