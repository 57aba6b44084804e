using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.Azure.Records;
using Glossary.Testing;

namespace Glossary.Storage.Tests.Termbases;

/// <summary>
/// Ten people edit a dozen concepts of one glossary at the same time, 200 times each, half of them by way of another instance of the product.
/// The full size, 50 people and 10,000 edits over HTTP, is a command of the benchmarks.
/// </summary>
public sealed class ConcurrentEditorsTests(AzuriteFixture azurite)
{
    private const string Glossary = "editors";
    private const int Editors = 10;
    private const int EditsOfEach = 200;
    private const int Concepts = 12;

    private readonly RecordStores[] instances =
    [
        .. Enumerable.Range(0, 2).Select(_ => new RecordStores(
            new TableRecordStore(azurite.Clients.Tables.GetTableClient(azurite.Setup.TermsTable)), new InMemoryRecordStore())),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_edit_is_lost_and_the_log_has_all_of_them_without_a_hole_or_a_twin()
    {
        await new TermbaseStore(instances[0], TimeProvider.System).CreateAsync(Glossary, "Editors", "en", Cancellation);
        var ids = new List<string>();
        for (var i = 0; i < Concepts; i++)
        {
            var content = new ConceptContent { Terms = [new() { Language = "en", Key = string.Empty, Text = $"term {i}", PartOfSpeech = "noun" }] };
            ids.Add((await new ConceptEditor(instances[0], TimeProvider.System).CreateAsync(Glossary, content, null, "ada", Cancellation)).Concept.Id);
        }

        await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(() => EditAsync(editor, ids), Cancellation)));

        var edits = (await ChangesAsync()).Where(change => change.Kind == ChangeKind.Edited).Select(change => change.Edits.Single()).ToList();
        Assert.Equal(
            Enumerable.Range(0, Editors).SelectMany(editor => Enumerable.Range(0, EditsOfEach).Select(edit => $"{editor}/{edit}")).Order(StringComparer.Ordinal),
            edits.Select(edit => edit.After!.Note!).Order(StringComparer.Ordinal));
        foreach (var concept in edits.GroupBy(edit => edit.ConceptId))
        {
            Assert.Equal(concept.SkipLast(1).Select(edit => edit.After!.Note), concept.Skip(1).Select(edit => edit.Before!.Note));
            Assert.Equal(concept.Last().After!.Note, (await new ConceptList(instances[1]).FindAsync(Glossary, concept.Key, Cancellation))!.Concept.Note);
        }

        Assert.Empty(await GlossaryInvariants.BrokenAsync(instances[0].Terms, Glossary, Cancellation));
    }

    // As a person does: who sees that somebody was faster reads again and writes again.
    private async Task EditAsync(int editor, List<string> ids)
    {
        var stores = instances[editor % instances.Length];
        var (concepts, own) = (new ConceptList(stores), new ConceptEditor(stores, TimeProvider.System));
        for (var edit = 0; edit < EditsOfEach;)
        {
            var id = ids[((editor * 7) + edit) % ids.Count];
            var seen = (await concepts.FindAsync(Glossary, id, Cancellation))!.ETag;
            var note = $"{editor}/{edit}";
            try
            {
                await own.UpdateAsync(Glossary, id, version => Check(version, seen), content => content with { Note = note }, $"editor {editor}", Cancellation);
                edit++;
            }
            catch (ApiException late) when (late.Code == ProblemCodes.Stale)
            {
            }
        }
    }

    private static void Check(string version, string seen)
    {
        if (version != seen)
        {
            throw new ApiException(412, ProblemCodes.Stale, "It was changed.");
        }
    }

    private async Task<List<Change>> ChangesAsync()
    {
        var all = new List<Change>();
        string? after = null;
        do
        {
            (var page, after) = await new ChangeLog(instances[0]).ListAsync(Glossary, 1_000, after, Cancellation);
            all.AddRange(page);
        }
        while (after is not null);
        return all;
    }
}
