using System.Text.Json;
using System.Text.RegularExpressions;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Tests.Installations;

/// <summary>Reads whole partitions, as no product code does.</summary>
internal static partial class StoreContents
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<IReadOnlyList<StoredRecord>> AllAsync(this IRecordStore store, string partition, string prefix = "")
    {
        var range = prefix.Length == 0 ? new KeyRange("\u0001", "\uFFFF") : KeyRange.Prefix(prefix);
        var records = new List<StoredRecord>();
        string? after = null;
        do
        {
            var page = await store.ListAsync(partition, range, 1_000, after, Cancellation);
            records.AddRange(page.Records);
            after = page.After;
        }
        while (after is not null);
        return records;
    }

    public static async Task<IReadOnlyList<Concept>> ConceptsAsync(this Installation installation, string glossary) =>
        [.. (await installation.Stores.Terms.AllAsync(glossary, "c|"))
            .Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!)
            .OrderBy(concept => concept.Head.Key, StringComparer.Ordinal)];

    public static async Task<IReadOnlyList<Change>> ChangesAsync(this Installation installation, string glossary) =>
        [.. (await installation.Stores.Terms.AllAsync(glossary, "n|"))
            .Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Change)!)];

    /// <summary>Everything of a glossary as text, with the chance in ids of concepts and versions of blobs taken out.</summary>
    public static async Task<string> DescribeAsync(this Installation installation, string glossary)
    {
        var lines = new List<string>();
        foreach (var (store, partition) in new[]
        {
            (installation.Stores.Terms, glossary), (installation.Stores.Registry, "documents|" + glossary),
            (installation.Stores.Registry, "operations"), (installation.Stores.Registry, "glossaries"), (installation.Stores.Registry, "unassigned"),
        })
        {
            lines.AddRange((await store.AllAsync(partition)).Select(record => $"{partition} {record.Key} {record.Body}"));
        }

        foreach (var container in Enum.GetValues<BlobContainer>())
        {
            await foreach (var blob in installation.Blobs.ListAsync(container, string.Empty, Cancellation))
            {
                lines.Add($"{container} {blob.Name} {blob.Size}");
            }
        }

        var ids = await installation.ConceptsAsync(glossary);
        return string.Join('\n', lines
            .Select(line => BlobVersion().Replace(line, string.Empty))
            .Select(line => ids.Aggregate(line, (text, concept) => text.Replace(concept.Id, concept.Head.Key, StringComparison.Ordinal)))
            .Select(line => ConceptThatIsGone().Replace(line, "gone"))
            .Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"blobETag\":\"[^\"]*\",", RegexOptions.NonBacktracking)]
    private static partial Regex BlobVersion();

    [GeneratedRegex("01[0-9A-HJKMNP-TV-Z]{24}", RegexOptions.NonBacktracking)]
    private static partial Regex ConceptThatIsGone();
}
