using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Tests.Installations;

/// <summary>Puts a concept into a state as a person's decision does.</summary>
internal static class Decisions
{
    public static async Task DecideAsync(this Installation installation, string glossary, string key, TermState state)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = (await installation.ConceptsAsync(glossary)).Single(concept => concept.Head.Key == key).Id;
        var record = (await installation.Stores.Terms.FindAsync(glossary, TermKeys.Concept(id), cancellation))!;
        var before = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Concept)!;
        var after = before with { State = state };
        var transaction = new TermTransaction((await installation.Stores.Terms.FindAsync(glossary, TermKeys.Head, cancellation))!);
        transaction.Touch(id);
        transaction.Count(before.State, -1);
        transaction.Count(state, +1);
        transaction.Add(RecordWrite.Replace(TermKeys.Concept(id), JsonSerializer.Serialize(after, StoreJson.Default.Concept), record.ETag));
        transaction.Index(before, after);
        await transaction.CommitAsync(
            installation.Stores.Terms, ChangeKind.EvidenceRecorded, "ada", null, installation.Clock.GetUtcNow(), cancellation);
    }
}
