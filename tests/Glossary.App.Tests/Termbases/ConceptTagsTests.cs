using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Termbases;
using Glossary.App.Tests.Installations;
using Glossary.App.Tests.Workflows;

namespace Glossary.App.Tests.Termbases;

public sealed class ConceptTagsTests : IDisposable
{
    private readonly Plant plant = new(twice: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ConceptEditor Editor => plant.Installation.Get<ConceptEditor>();

    public void Dispose() => plant.Dispose();

    [Fact]
    public void Tags_are_trimmed_and_kept_once_whatever_their_case_in_the_order_in_which_they_were_given()
    {
        Assert.Equal(["To translate", "new", "Größe"], ConceptTags.Read([" To  translate ", "new", "", null, "NEW", "Gro\u0308ße"]));
        Assert.Empty(ConceptTags.Read(null));
    }

    [Theory]
    [InlineData("one,two")]
    [InlineData("one|two")]
    [InlineData("bell\a")]
    [InlineData("012345678901234567890123456789012345678901234567890")]
    public void What_can_not_be_a_tag_is_refused(string tag) =>
        Assert.Equal("tags", Assert.Throws<ApiException>(() => ConceptTags.Read([tag])).Errors!.Single().Key);

    [Fact]
    public void More_than_twenty_are_refused()
    {
        Assert.Equal(20, ConceptTags.Read(Enumerable.Range(0, 20).Select(i => $"tag {i}")).Count);
        Assert.Throws<ApiException>(() => ConceptTags.Read(Enumerable.Range(0, 21).Select(i => $"tag {i}")));
    }

    [Fact]
    public void Content_without_tags_is_written_without_a_word_of_them_and_an_older_record_is_read()
    {
        var content = new ConceptContent { Terms = [], Tags = [] };
        var written = JsonSerializer.Serialize(content, StoreJson.Default.ConceptContent);

        Assert.DoesNotContain("tags", written, StringComparison.OrdinalIgnoreCase);
        Assert.Null(JsonSerializer.Deserialize(written, StoreJson.Default.ConceptContent)!.Tags);
        Assert.True(content.Says(JsonSerializer.Deserialize(written, StoreJson.Default.ConceptContent)!));
        var tagged = JsonSerializer.Serialize(content with { Tags = ["new"] }, StoreJson.Default.ConceptContent);
        Assert.Equal(["new"], JsonSerializer.Deserialize(tagged, StoreJson.Default.ConceptContent)!.Tags);
    }

    [Fact]
    public async Task A_merge_gives_the_tags_of_both_a_split_leaves_them_to_both_and_an_undo_brings_back_what_was()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        await SetAsync("pump", "new", "flow");
        await SetAsync("booster", "NEW", "late");
        var (pump, booster) = (await FindAsync("pump"), await FindAsync("booster"));

        var number = await Editor.MergeAsync(Plant.Glossary, pump.Id, [booster.Id], "ada", Cancellation);
        Assert.Equal(["new", "flow", "late"], (await FindAsync("pump")).Tags);
        await Editor.SplitAsync(
            Plant.Glossary, pump.Id, _ => { }, content => content.Split(term => term.Key == "booster", _ => false), "ada", Cancellation);
        Assert.Equal((await FindAsync("pump")).Tags, (await FindAsync("booster")).Tags);
        await Editor.UndoAsync(Plant.Glossary, number + 1, "ada", Cancellation);
        await Editor.UndoAsync(Plant.Glossary, number, "ada", Cancellation);

        Assert.Equal(["new", "flow"], (await FindAsync("pump")).Tags);
        Assert.Equal(["NEW", "late"], (await FindAsync("booster")).Tags);
        var past = (await plant.Installation.Get<ConceptPast>().PageAsync(Plant.Glossary, number, null, Cancellation)).Concepts;
        Assert.Equal(["new", "flow", "late"], Assert.Single(past).Tags);
    }

    [Fact]
    public async Task A_merge_that_would_give_too_many_is_refused()
    {
        await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2");
        await SetAsync("pump", [.. Enumerable.Range(0, 15).Select(i => $"pump {i}")]);
        await SetAsync("booster", [.. Enumerable.Range(0, 6).Select(i => $"booster {i}")]);

        var refused = await Assert.ThrowsAsync<ApiException>(async () =>
            await Editor.MergeAsync(Plant.Glossary, (await FindAsync("pump")).Id, [(await FindAsync("booster")).Id], "ada", Cancellation));
        Assert.Equal(ProblemCodes.Conflict, refused.Code);
    }

    [Fact]
    public async Task The_list_and_the_terms_of_a_document_are_filtered_by_tags()
    {
        var document = await plant.ExtractAsync("a.pdf", "pump 3\nbooster 2\nvalve 1");
        await SetAsync("pump", "new", "flow");
        await SetAsync("valve", "late");
        var filter = new ConceptFilter { Tags = ["NEW", "late"] };

        var (rows, _) = await plant.Installation.Concepts.ListAsync(Plant.Glossary, filter, 10, null, Cancellation);
        var (terms, _) = await plant.Installation.Concepts.DocumentTermsAsync(Plant.Glossary, document.Id, filter, 10, null, Cancellation);

        Assert.Equal(["pump", "valve"], rows.Select(row => row.Text));
        Assert.Equal(["new", "flow"], rows[0].Tags);
        Assert.Equal(["pump", "valve"], terms.Select(term => term.Concept.Text));
    }

    private async Task SetAsync(string key, params IReadOnlyList<string> tags) => await Editor.UpdateAsync(
        Plant.Glossary, (await FindAsync(key)).Id, _ => { }, content => content with { Tags = tags }, "ada", Cancellation);

    private async Task<Concept> FindAsync(string key) =>
        (await plant.Installation.ConceptsAsync(Plant.Glossary)).Single(concept => concept.Stands && concept.Head.Key == key);
}
