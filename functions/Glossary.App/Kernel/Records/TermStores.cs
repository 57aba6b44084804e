namespace Glossary.App.Kernel.Records;

/// <summary>The term stores that this installation reaches. One serves; another is only copied to.</summary>
/// <param name="Serving">The service whose store is <see cref="RecordStores.Terms"/>.</param>
/// <param name="Reached">Each store by its service; the one that serves is among them.</param>
public sealed record TermStores(TermStoreService Serving, IReadOnlyDictionary<TermStoreService, IRecordStore> Reached)
{
    /// <summary>The store that serves.</summary>
    public IRecordStore Serves => Reached[Serving];
}

/// <summary>A service that terms can be stored in.</summary>
public enum TermStoreService
{
    /// <summary>Azure Tables: small installations, and the local default on Azurite.</summary>
    Tables,

    /// <summary>Azure Cosmos DB: large installations.</summary>
    Cosmos,
}
