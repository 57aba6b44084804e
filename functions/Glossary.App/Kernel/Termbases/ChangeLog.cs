using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Reads the log of a glossary: all of it, a concept's part, or an operation's.</summary>
public sealed class ChangeLog(RecordStores stores)
{
    /// <summary>A change; 404 where there is none of that number.</summary>
    public async Task<Change> GetAsync(string glossary, long number, CancellationToken cancellationToken) =>
        await stores.Terms.FindAsync(glossary, TermKeys.Change(number), cancellationToken) is { } record
            ? JsonSerializer.Deserialize(record.Body, StoreJson.Default.Change)!
            : throw ApiException.NotFound("such change");

    /// <summary>A page of all changes in their order.</summary>
    public async Task<(IReadOnlyList<Change> Changes, string? After)> ListAsync(string glossary, int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Terms.ListAsync(glossary, KeyRange.Prefix("n|"), top, after, cancellationToken);
        return ([.. page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Change)!)], page.After);
    }

    /// <summary>A page of the changes after one, in their order.</summary>
    public async Task<IReadOnlyList<Change>> SinceAsync(string glossary, long number, int top, CancellationToken cancellationToken) =>
        (await ListAsync(glossary, top, TermKeys.Change(number), cancellationToken)).Changes;

    /// <summary>A page of what people changed of a concept, newest first.</summary>
    public async Task<(IReadOnlyList<Change> Changes, string? After)> OfConceptAsync(
        string glossary, string concept, int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Terms.ListAsync(glossary, TermKeys.AllHistory(concept), top, after, cancellationToken);
        var changes = await Task.WhenAll(page.Records.Select(record => GetAsync(glossary, TermKeys.HistoryNumber(record.Key), cancellationToken)));
        return (changes, page.After);
    }

    /// <summary>A page of the numbers of an operation's changes in their order.</summary>
    public async Task<(IReadOnlyList<long> Numbers, string? After)> OfOperationAsync(
        string glossary, string operation, int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Terms.ListAsync(glossary, TermKeys.AllBatchChanges(operation), top, after, cancellationToken);
        return ([.. page.Records.Select(record => long.Parse(TermKeys.LastPart(record.Key), System.Globalization.CultureInfo.InvariantCulture))], page.After);
    }
}
