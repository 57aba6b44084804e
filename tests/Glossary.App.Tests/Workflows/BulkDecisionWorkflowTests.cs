using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.Testing;

namespace Glossary.App.Tests.Workflows;

public sealed class BulkDecisionWorkflowTests : IDisposable
{
    private readonly Plant plant = new(twice: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => plant.Dispose();

    [Fact]
    public async Task All_that_the_filter_admits_is_decided_and_nothing_else()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(1_300));

        var operation = await plant.DecideAllAsync("bulk", new ConceptFilter { States = [TermState.Candidate], MinimumScore = 0.7 }, new Decision(TermState.Approved));

        var concepts = await plant.Installation.ConceptsAsync(Plant.Glossary);
        Assert.Equal(OperationState.Succeeded, operation.State);
        Assert.All(concepts, concept => Assert.Equal(concept.Score >= 0.7 ? TermState.Approved : TermState.Candidate, concept.State));
        Assert.Equal(concepts.Count(concept => concept.Score >= 0.7), operation.Counts["decided"]);
        Assert.Empty(await LeftoversAsync());
    }

    [Fact]
    public async Task Undoing_it_leaves_what_was_decided_since()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(60));
        await plant.DecideAllAsync("bulk", new ConceptFilter { States = [TermState.Candidate] }, new Decision(TermState.Rejected));
        await plant.Installation.DecideAsync(Plant.Glossary, "word0005", TermState.Approved);

        var undo = await plant.UndoAllAsync("bulk");

        var concepts = await plant.Installation.ConceptsAsync(Plant.Glossary);
        Assert.Equal(OperationState.Succeeded, undo.State);
        Assert.Equal(TermState.Approved, concepts.Single(concept => concept.Head.Key == "word0005").State);
        Assert.Contains(concepts, concept => concept.State == TermState.Candidate);
    }

    [Fact]
    public async Task Terms_of_one_document_alone_can_be_decided()
    {
        var first = await plant.ExtractAsync("a.pdf", Plant.Words(30));
        await plant.ExtractAsync("b.pdf", Plant.Words(30, from: 20));

        await plant.DecideAllAsync("bulk", new ConceptFilter { States = [TermState.Candidate], Document = first.Id }, new Decision(TermState.Approved));

        var approved = (await plant.Installation.ConceptsAsync(Plant.Glossary)).Where(concept => concept.State == TermState.Approved).Select(concept => concept.Head.Key);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"word{i:D4}"), approved);
    }

    [Fact]
    public async Task Named_concepts_are_deleted_with_a_result_for_each_make_no_twin_and_come_back_as_they_were()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(60));
        var before = await StandingAsync();
        var ids = before.Where((_, index) => index % 2 == 0).Select(concept => concept.Id).ToList();

        var operation = await plant.EditAllAsync("delete", new OperationInput { ConceptIds = [.. ids, "no-such-concept"], Action = BulkAction.Delete });
        var left = await StandingAsync();
        await plant.ExtractAsync("b.pdf", Plant.Words(60));
        var afterDocument = await StandingAsync();
        var undo = await plant.UndoAllAsync("delete");

        Assert.Equal((30, 30), (left.Count, afterDocument.Count));
        var results = (await plant.ReadExportAsync(operation)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["concept,outcome", .. ids.Select(id => $"{id},done").Append("no-such-concept,passed").Order(StringComparer.Ordinal)], results.Take(1).Concat(results.Skip(1).Order(StringComparer.Ordinal)));
        Assert.Equal(OperationState.Succeeded, undo.State);
        var back = await StandingAsync();
        Assert.Equal(before.Select(concept => (concept.Id, 2 * concept.Head.Frequency)), back.Select(concept => (concept.Id, concept.Head.Frequency)));
        Assert.Empty(await GlossaryInvariants.BrokenAsync(plant.Installation.Stores.Terms, Plant.Glossary, Cancellation));
    }

    [Theory]
    [InlineData(BulkAction.Assign)]
    [InlineData(BulkAction.SetSubjectField)]
    public async Task All_that_a_filter_admits_get_an_assignee_or_a_subject_field_and_one_undo_takes_it_back(BulkAction action)
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(40));

        await plant.EditAllAsync("edit", new OperationInput { Filter = ConceptFilter.All, Action = action, Value = "bob" });
        var edited = await StandingAsync();
        await plant.UndoAllAsync("edit");

        Assert.All(edited, concept => Assert.Equal("bob", action == BulkAction.Assign ? concept.Assignee : concept.SubjectField));
        Assert.All(await StandingAsync(), concept => Assert.Null(action == BulkAction.Assign ? concept.Assignee : concept.SubjectField));
    }

    [Fact]
    public async Task Tags_are_given_and_taken_off_where_they_are_not_so_already_and_where_they_fit_and_one_undo_takes_it_back()
    {
        await plant.ExtractAsync("a.pdf", Plant.Words(3));
        var ids = (await StandingAsync()).Select(concept => concept.Id).ToList();
        await SetAsync(ids[1], ["Urgent", "new"]);
        await SetAsync(ids[2], [.. Enumerable.Range(0, ConceptTags.Most).Select(i => $"tag {i}")]);

        var given = await plant.EditAllAsync("tag", new OperationInput { ConceptIds = ids, Action = BulkAction.Tag, Tags = ["urgent", "late"] });
        var tagged = await TagsAsync();
        await plant.EditAllAsync(
            "untag", new OperationInput { Filter = ConceptFilter.All with { Tags = ["LATE"] }, Action = BulkAction.Untag, Tags = ["URGENT", "other"] });
        var untagged = await TagsAsync();
        await plant.UndoAllAsync("untag");
        var back = await TagsAsync();
        await plant.UndoAllAsync("tag");

        Assert.Equal(["urgent late", "Urgent new late"], tagged.Take(2));
        Assert.Equal(["late", "new late"], untagged.Take(2));
        Assert.Equal(tagged, back);
        Assert.Equal([string.Empty, "Urgent new"], (await TagsAsync()).Take(2));
        Assert.Contains($"{ids[2]},passed", await plant.ReadExportAsync(given), StringComparison.Ordinal);
        Assert.Empty(await GlossaryInvariants.BrokenAsync(plant.Installation.Stores.Terms, Plant.Glossary, Cancellation));
    }

    private async Task<List<string>> TagsAsync() => [.. (await StandingAsync()).Select(concept => string.Join(' ', concept.Tags ?? []))];

    private Task<long?> SetAsync(string id, IReadOnlyList<string> tags) => plant.Installation.Get<ConceptEditor>().UpdateAsync(
        Plant.Glossary, id, _ => { }, content => content with { Tags = tags }, "ada", Cancellation);

    private async Task<IReadOnlyList<Concept>> StandingAsync() =>
        [.. (await plant.Installation.ConceptsAsync(Plant.Glossary)).Where(concept => concept.Stands)];

    private async Task<List<string>> LeftoversAsync()
    {
        var names = new List<string>();
        await foreach (var blob in plant.Installation.Blobs.ListAsync(BlobContainer.Artefacts, $"{Plant.Glossary}/bulk/", Cancellation))
        {
            names.Add(blob.Name);
        }

        return names;
    }
}
