using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using Glossary.Formats.Artefacts;

namespace Glossary.Testing;

/// <summary>One operation of a random run; the numbers choose among what there is when its turn comes.</summary>
/// <param name="Kind">Which operation.</param>
/// <param name="First">Chooses the concept, the document or the change.</param>
/// <param name="Second">Chooses the other one, the term or the word.</param>
public sealed record ModelOperation(ModelOperationKind Kind, int First, int Second);

/// <summary>What is done to the glossary.</summary>
public enum ModelOperationKind
{
    /// <summary>A document is read, or read again with other words.</summary>
    Read,

    /// <summary>A document is deleted.</summary>
    Delete,

    /// <summary>A person makes a concept.</summary>
    Create,

    /// <summary>A person writes a note.</summary>
    Note,

    /// <summary>A person adds a term.</summary>
    Add,

    /// <summary>A person gives a term another wording.</summary>
    Reword,

    /// <summary>A person takes a term out.</summary>
    Remove,

    /// <summary>A person decides a concept.</summary>
    Decide,

    /// <summary>A person decides all of a state.</summary>
    DecideAll,

    /// <summary>A person merges two concepts.</summary>
    Merge,

    /// <summary>A person splits a concept.</summary>
    Split,

    /// <summary>A person relates two concepts, or takes that back where they are related.</summary>
    Relate,

    /// <summary>A person takes a change back.</summary>
    Undo,
}

/// <summary>Does the same to a glossary in a store and to the model of one, and says where they differ.</summary>
public sealed class GlossaryModelRun(IRecordStore store, string glossary, TimeProvider clock)
{
    private const string By = "ada";

    private static readonly string[] Words = ["pump", "valve", "motor", "filter", "vessel", "sensor", "mixer"];
    private static readonly RelationKind[] Kinds = [RelationKind.Uses, RelationKind.Related, RelationKind.MeasuredBy];
    private static readonly string[] Documents = ["d0", "d1", "d2", "d3"];

    private readonly RecordStores stores = new(store, new InMemoryRecordStore());
    private readonly GlossaryModel model = new();
    private readonly Dictionary<string, int> revisions = new(StringComparer.Ordinal);

    private ConceptEditor Editor => new(stores, clock);

    /// <summary>Makes the glossary.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => new TermbaseStore(stores, clock).CreateAsync(glossary, "Model", "en", cancellationToken);

    /// <summary>Does an operation on both.</summary>
    /// <exception cref="InvalidOperationException">They differ.</exception>
    public async Task StepAsync(ModelOperation operation, CancellationToken cancellationToken)
    {
        if (operation.Kind is ModelOperationKind.Read or ModelOperationKind.Delete)
        {
            await ReadAsync(operation, cancellationToken);
        }
        else if (Plan(operation) is { } plan)
        {
            long? number = null;
            try
            {
                number = await plan.Act(cancellationToken);
            }
            catch (ApiException refused) when (refused.Status is 400 or 404 or 409)
            {
                Require(!plan.IsAllowed, $"{operation} was refused: {refused.Message}");
            }

            if (number is { } done)
            {
                Require(plan.IsAllowed, $"{operation} should have been refused.");
                plan.Note(done);
            }
        }

        await CompareAsync(operation, cancellationToken);
    }

    private static T Choose<T>(IReadOnlyList<T> list, int number) => list[number % list.Count];

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private async Task ReadAsync(ModelOperation operation, CancellationToken cancellationToken)
    {
        var recorder = new EvidenceRecorder(stores, clock);
        var document = Choose(Documents, operation.First);
        var words = operation.Kind == ModelOperationKind.Delete ? [] : Enumerable.Range(0, 1 + (operation.Second % 4))
            .Select(i => Words[(operation.Second + (i * 5)) % Words.Length]).Distinct().ToDictionary(word => word, word => 1 + ((operation.First + word.Length) % 5));
        var revision = revisions[document] = revisions.GetValueOrDefault(document) + 1;
        await recorder.RecordAsync(
            glossary, document, revision, [.. words.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Candidate(pair.Key, pair.Value))], "op", cancellationToken);
        string? after = null;
        do
        {
            after = await recorder.WithdrawAsync(glossary, document, words.Count == 0 ? null : revision, after, "op", cancellationToken);
        }
        while (after is not null);
        var held = await HeldAsync(cancellationToken);
        model.Record(document, words, word => held.Single(concept => concept.Stands && concept.HolderOf("en", word) is not null).Id);
        model.Withdraw(document, words.Keys);
    }

    private Step? Plan(ModelOperation operation)
    {
        var standing = model.Standing;
        var word = Choose(Words, operation.Second);
        if (operation.Kind == ModelOperationKind.Create)
        {
            var id = string.Empty;
            return new Step(
                model.CanCreate(word),
                async token =>
                {
                    var (concept, number) = await Editor.CreateAsync(glossary, new ConceptContent { Terms = [Name(word)] }, null, By, token);
                    id = concept.Id;
                    return number;
                },
                number => model.Create(number, id, word));
        }

        if (operation.Kind == ModelOperationKind.Undo)
        {
            var number = Math.Max(1, changes - (operation.First % 6));
            return new Step(model.CanUndo(number), token => Editor.UndoAsync(glossary, number, By, token).AsNumber(), undone => model.Undo(undone, number));
        }

        if (standing.Count == 0)
        {
            return null;
        }

        var one = Choose(standing, operation.First);
        var term = operation.Second % one.Content.Terms.Count;
        var other = Choose(standing, operation.First + 1 + (operation.Second % 5));
        switch (operation.Kind)
        {
            case ModelOperationKind.Note:
                var note = string.Create(CultureInfo.InvariantCulture, $"note {changes}");
                return Edit(one, true, content => content with { Note = note }, number => model.Note(number, one, note));
            case ModelOperationKind.Add:
                return Edit(
                    one, model.CanAdd(one, word),
                    content => content with { Terms = [.. content.Terms, Name(word) with { State = content.State, Status = content.State == TermState.Approved ? TermStatus.Admitted : null }] },
                    number => model.Add(number, one, word));
            case ModelOperationKind.Reword when one.Content.Terms[term].Text != word:
                return Edit(
                    one, model.CanReword(one, term, word),
                    content => content with { Terms = [.. content.Terms.Select((each, index) => index == term ? each with { Text = word } : each)] },
                    number => model.Reword(number, one, term, word));
            case ModelOperationKind.Remove when one.Content.Terms.Count > 1:
                return Edit(
                    one, true, content => content with { Terms = [.. content.Terms.Where((_, index) => index != term)] }, number => model.Remove(number, one, term));
            case ModelOperationKind.Decide:
                return Decide([one], Choose(Enum.GetValues<TermState>(), operation.Second), null);
            case ModelOperationKind.DecideAll:
                return Decide(standing, Choose(Enum.GetValues<TermState>(), operation.Second), $"batch-{changes}");
            case ModelOperationKind.Merge when other.Id != one.Id:
                return new Step(true, token => Editor.MergeAsync(glossary, one.Id, [other.Id], By, token).AsNumber(), number => model.Merge(number, one, other));
            case ModelOperationKind.Split when one.Content.Terms.Count > 1:
                var next = string.Empty;
                var key = one.Content.Terms[term].Key;
                return new Step(
                    true,
                    async token =>
                    {
                        (next, var number) = await Editor.SplitAsync(glossary, one.Id, _ => { }, content => content.Split(each => each.Key == key, _ => false), By, token);
                        return number;
                    },
                    number => model.Split(number, one, term, next));
            case ModelOperationKind.Relate when other.Id != one.Id:
                return Relate(one, Choose(Kinds, operation.Second), other);
            default:
                return null;
        }
    }

    private Step Edit(ModelConcept concept, bool isAllowed, Func<ConceptContent, ConceptContent> change, Action<long> note) =>
        new(isAllowed, token => Editor.UpdateAsync(glossary, concept.Id, _ => { }, change, By, token), note);

    private Step Decide(IReadOnlyList<ModelConcept> concepts, TermState state, string? batch)
    {
        var changing = concepts.Where(concept => concept.Content.State != state).ToList();
        return new Step(
            true,
            async token => (await Editor.DecideAsync(glossary, [.. concepts.Select(concept => concept.Id)], new Decision(state), By, batch, token))
                .Changes is [var number] ? number : null,
            number => model.Decide(number, changing, state));
    }

    private Step Relate(ModelConcept one, RelationKind kind, ModelConcept other)
    {
        var relations = new RelationEditor(stores, clock);
        var holds = model.AreRelated(one, kind, other);
        return new Step(
            true,
            token => (holds
                ? relations.UpdateAsync(glossary, one.Id, kind, other.Id, _ => { }, _ => null, By, token)
                : relations.AddAsync(glossary, one.Id, new Relation(kind, other.Id), By, token)).AsNumber(),
            number => model.Relate(number, one, kind, other, !holds));
    }

    private async Task CompareAsync(ModelOperation operation, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(cancellationToken);
        var standing = held.Where(concept => concept.Stands).Select(Describe).Order(StringComparer.Ordinal).ToList();
        var modelled = model.Standing.Select(Describe).Order(StringComparer.Ordinal).ToList();
        Require(standing.SequenceEqual(modelled), $"After {operation} the store has\n{string.Join('\n', standing)}\nand the model\n{string.Join('\n', modelled)}");
        foreach (var gone in held.Where(concept => !concept.Stands))
        {
            var end = await new ConceptList(stores).FollowAsync(glossary, gone.Id, cancellationToken);
            Require(end?.Concept.Id == model.EndOf(gone.Id), $"After {operation} {gone.Id} leads to {end?.Concept.Id}, not to {model.EndOf(gone.Id)}.");
        }

        var counts = (await new TermbaseStore(stores, clock).GetAsync(glossary, cancellationToken)).Counts.Total;
        Require(counts == model.Standing.Count, $"After {operation} the glossary counts {counts} concepts.");
    }

    private static string Describe(Concept concept) => string.Create(
        CultureInfo.InvariantCulture,
        $"{concept.Id} {concept.State} {concept.Note} in {concept.Documents}: {string.Join(", ", concept.Terms.Select(term => $"{term.Key}/{term.Text}/{term.State}/{term.Status} {term.Frequency}"))}; {string.Join(", ", concept.Relations.Select(relation => $"{relation.Kind} {relation.ConceptId}"))}");

    private string Describe(ModelConcept concept) => string.Create(
        CultureInfo.InvariantCulture,
        $"{concept.Id} {concept.Content.State} {concept.Content.Note} in {model.DocumentsOf(concept)}: {string.Join(", ", concept.Content.Terms.Zip(concept.Present).Select(pair => $"{pair.First.Key}/{pair.First.Text}/{pair.First.State}/{pair.First.Status} {model.FrequencyOf(pair.Second)}"))}; {string.Join(", ", concept.Content.Relations.Select(relation => $"{relation.Kind} {relation.Other}"))}");

    private long changes;

    private async Task<IReadOnlyList<Concept>> HeldAsync(CancellationToken cancellationToken)
    {
        var held = new List<Concept>();
        string? after = null;
        do
        {
            var page = await store.ListAsync(glossary, KeyRange.Prefix("c|"), 1_000, after, cancellationToken);
            held.AddRange(page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!));
            after = page.After;
        }
        while (after is not null);
        changes = (await new TermbaseStore(stores, clock).GetAsync(glossary, cancellationToken)).ChangeNumber;
        return held;
    }

    private static TermContent Name(string word) => new() { Language = "en", Key = string.Empty, Text = word, PartOfSpeech = "noun" };

    private static StoredCandidate Candidate(string word, int frequency) => new()
    {
        Key = word,
        Language = "en",
        Text = word,
        Type = CandidateType.FullForm,
        PartOfSpeech = "noun",
        Score = 0.1 + (0.01 * frequency),
        Parts = [new ScorePart("base", 1)],
        Forms = [new SurfaceForm(word, frequency)],
        Frequency = frequency,
        Pages = 1,
        Contexts = [],
    };

    private sealed record Step(bool IsAllowed, Func<CancellationToken, Task<long?>> Act, Action<long> Note);
}

/// <summary>Lets tasks with a number and tasks that may have none be of one kind.</summary>
internal static class NumberTask
{
    public static async Task<long?> AsNumber(this Task<long> task) => await task;
}
