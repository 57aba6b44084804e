using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;

namespace Glossary.Testing;

/// <summary>What holds for a glossary's records whatever was done to it, read from the store without any of the product's readers.</summary>
public static class GlossaryInvariants
{
    /// <summary>Sentences about what does not hold; empty for a sound glossary.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(IRecordStore store, string glossary, CancellationToken cancellationToken)
    {
        var records = new List<StoredRecord>();
        string? after = null;
        do
        {
            var page = await store.ListAsync(glossary, new KeyRange("\u0001", "\uFFFF"), 1_000, after, cancellationToken);
            records.AddRange(page.Records);
            after = page.After;
        }
        while (after is not null);
        return records.Count == 0 ? [] : [.. new Snapshot(records).Broken()];
    }

    private sealed class Snapshot(List<StoredRecord> records)
    {
        private readonly Termbase head = JsonSerializer.Deserialize(records.Single(record => record.Key == TermKeys.Head).Body, StoreJson.Default.Termbase)!;

        private readonly Dictionary<string, Concept> concepts = Of(records, "c|", StoreJson.Default.Concept).ToDictionary(concept => concept.Id);

        private readonly Dictionary<string, string> aliases = records.Where(record => record.Key.StartsWith("a|", StringComparison.Ordinal))
            .ToDictionary(record => record.Key, record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Alias)!.ConceptId);

        private readonly List<Evidence> evidence = [.. Of(records, "e|", StoreJson.Default.Evidence)];

        private readonly List<Change> changes = [.. Of(records, "n|", StoreJson.Default.Change)];

        public IEnumerable<string> Broken() => [.. Log(), .. Lists(), .. Aliases(), .. Figures(), .. Rows(), .. Relations()];

        private static IEnumerable<T> Of<T>(List<StoredRecord> records, string prefix, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
            records.Where(record => record.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(record => JsonSerializer.Deserialize(record.Body, type)!);

        private IEnumerable<string> Log()
        {
            if (!changes.Select(change => change.Number).SequenceEqual(Enumerable.Range(1, changes.Count).Select(number => (long)number))
                || head.ChangeNumber != changes.Count)
            {
                yield return $"The changes are {string.Join(", ", changes.Select(change => change.Number))}, the glossary's number is {head.ChangeNumber}.";
            }

            var lines = records.Where(record => record.Key.StartsWith("h|", StringComparison.Ordinal)).Select(record => record.Key).ToHashSet();
            var wanted = changes.SelectMany(change => change.Edits.Select(edit => TermKeys.History(edit.ConceptId, change.Number))).ToHashSet();
            if (!lines.SetEquals(wanted))
            {
                yield return "The lines of the histories are not those of the changes.";
            }
        }

        private IEnumerable<string> Lists()
        {
            var standing = concepts.Values.Where(concept => concept.Stands).ToList();
            var rows = records.Where(record => record.Key.StartsWith("i|", StringComparison.Ordinal)).ToDictionary(record => record.Key, record => record.Body);
            var wanted = standing.ToDictionary(
                concept => TermKeys.IndexRow(concept.State, concept.Score, concept.Id),
                concept => JsonSerializer.Serialize(ConceptRow.Of(concept), StoreJson.Default.ConceptRow));
            foreach (var key in rows.Keys.Union(wanted.Keys).Where(key => rows.GetValueOrDefault(key) != wanted.GetValueOrDefault(key)))
            {
                yield return $"The list's row {key} is {rows.GetValueOrDefault(key)}, its concept says {wanted.GetValueOrDefault(key)}.";
            }

            var counts = new ConceptCounts
            {
                Candidates = standing.Count(concept => concept.State == TermState.Candidate),
                Approved = standing.Count(concept => concept.State == TermState.Approved),
                Rejected = standing.Count(concept => concept.State == TermState.Rejected),
            };
            if (head.Counts != counts)
            {
                yield return $"The glossary counts {head.Counts}, it has {counts}.";
            }
        }

        private IEnumerable<string> Aliases()
        {
            foreach (var (alias, id) in aliases)
            {
                if (Follow(id) is not { } concept || !KeysOf(concept).Any(key => TermKeys.Alias(key.Language, key.Key) == alias))
                {
                    yield return $"The alias {alias} leads to {id}, which has no such key.";
                }
            }

            foreach (var concept in concepts.Values.Where(concept => concept.Departure?.Kind != DepartureKind.Merged))
            {
                foreach (var (language, key) in KeysOf(concept))
                {
                    if (!aliases.TryGetValue(TermKeys.Alias(language, key), out var id) || Follow(id)?.Id != concept.Id)
                    {
                        yield return $"The key {key} of {concept.Id} does not lead there.";
                    }
                }

                if (KeysOf(concept).GroupBy(key => key).Any(group => group.Count() > 1))
                {
                    yield return $"Two terms of {concept.Id} share a key.";
                }
            }
        }

        private IEnumerable<string> Figures()
        {
            foreach (var concept in concepts.Values.Where(concept => concept.Departure?.Kind != DepartureKind.Merged))
            {
                foreach (var term in concept.Terms.Concat(concept.Former))
                {
                    var shares = evidence.Where(share => share.Language == term.Language && term.Keys.Contains(share.Key)).ToList();
                    var (frequency, score) = (shares.Sum(share => share.Frequency), shares.Select(share => share.Score).DefaultIfEmpty(0).Max());
                    if (term.Frequency != frequency || Math.Abs(term.Score - score) > 1e-9)
                    {
                        yield return string.Create(
                            CultureInfo.InvariantCulture, $"“{term.Text}” of {concept.Id} has {term.Frequency} at {term.Score}, its documents say {frequency} at {score}.");
                    }
                }

                var documents = evidence.Where(share => concept.Keys.Contains((share.Language, share.Key))).Select(share => share.DocumentId).Distinct().Count();
                if (concept.Documents != documents)
                {
                    yield return $"{concept.Id} counts {concept.Documents} documents, {documents} show it.";
                }
            }
        }

        private IEnumerable<string> Rows()
        {
            var rows = records.Where(record => record.Key.StartsWith("t|", StringComparison.Ordinal)).Select(record => record.Key).ToHashSet();
            var wanted = evidence.Select(share => TermKeys.DocumentTerm(share.DocumentId, share.Score, share.Language, share.Key)).ToHashSet();
            if (!rows.SetEquals(wanted))
            {
                yield return "The rows of the documents' terms are not those of the evidence.";
            }

            foreach (var share in evidence.Where(share => !aliases.ContainsKey(TermKeys.Alias(share.Language, share.Key))))
            {
                yield return $"The document {share.DocumentId} shows “{share.Key}”, which leads nowhere.";
            }
        }

        private IEnumerable<string> Relations()
        {
            var ends = concepts.Values.Where(concept => concept.Departure?.Kind != DepartureKind.Merged)
                .SelectMany(concept => concept.Relations.Select(relation => (One: concept.Id, relation.Kind, Other: Follow(relation.ConceptId)?.Id, relation.State)))
                .ToHashSet();
            foreach (var (one, kind, other, state) in ends.Where(end => end.Other is null || !ends.Contains((end.Other, end.Kind.Inverse(), end.One, end.State))))
            {
                yield return $"{one} is related to {other} as {kind}, {state}; the other does not say so.";
            }

            foreach (var (one, _, _, _) in ends.Where(end => end.One == end.Other))
            {
                yield return $"{one} is related to itself.";
            }
        }

        private Concept? Follow(string id)
        {
            var concept = concepts.GetValueOrDefault(id);
            while (concept?.Departure is { Kind: DepartureKind.Merged, ConceptId: { } next })
            {
                concept = concepts.GetValueOrDefault(next);
            }

            return concept;
        }

        private static IEnumerable<(string Language, string Key)> KeysOf(Concept concept) =>
            concept.Terms.Concat(concept.Former).SelectMany(term => term.Keys.Select(key => (term.Language, key)));
    }
}
