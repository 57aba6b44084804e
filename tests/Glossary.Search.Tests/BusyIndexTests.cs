using Glossary.App.Kernel.Search;

namespace Glossary.Search.Tests;

public sealed class BusyIndexTests
{
    private const int Rounds = 60;
    private const int Kept = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_searched_changed_and_saved_at_once_and_every_answer_is_whole()
    {
        using var index = new TestIndex([.. Enumerable.Range(0, Kept).Select(i => TestIndex.Concept($"pump {i}"))]);
        var done = 0;

        var changing = Task.Run(
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    // Each change replaces one concept and lets another one come or go: there are always as many, or one more.
                    index.Index.Apply(
                        [TestIndex.Concept($"pump {round % Kept}"), .. round % 2 == 0 ? [TestIndex.Concept("pump guest")] : Array.Empty<App.Kernel.Termbases.Concept>()],
                        round % 2 == 0 ? [] : ["id-pump guest"],
                        Kept + round + 1);
                }

                Interlocked.Exchange(ref done, 1);
            },
            Cancellation);
        var saving = Task.Run(
            () =>
            {
                while (Volatile.Read(ref done) == 0)
                {
                    using var snapshot = new MemoryStream();
                    index.Index.Save(snapshot);
                    Assert.True(snapshot.Length > 0);
                }
            },
            Cancellation);
        var searching = Enumerable.Range(0, 3).Select(_ => Task.Run(
            () =>
            {
                do
                {
                    var answer = index.Index.Search(new SearchRequest { Text = "pump", Top = 100 }, Cancellation);
                    Assert.InRange(answer.Total, Kept, Kept + 1);
                    Assert.Equal(answer.Total, answer.Hits.Select(hit => hit.Concept.Id).Distinct().Count());
                }
                while (Volatile.Read(ref done) == 0);
            },
            Cancellation));

        await Task.WhenAll([changing, saving, .. searching]);

        Assert.Equal((Kept + Rounds, Kept), (index.Index.ChangeNumber, index.Index.Concepts));
        index.Reopen();
        Assert.Equal((Kept + Rounds, Kept), (index.Index.ChangeNumber, index.Index.Concepts));
    }

    [Fact]
    public void An_empty_index_answers_and_is_saved()
    {
        using var index = new TestIndex();

        foreach (var text in new[] { "", "pump", "*pump*", "pmup~", "\"pump\"" })
        {
            Assert.Equal(0, index.Answer(text).Total);
        }

        Assert.Empty(index.Suggest("pump"));
        Assert.Empty(index.Reopen().Find(""));
        index.Index.Apply([TestIndex.Concept("pump")], [], 1);
        Assert.Equal(["pump"], index.Find("pump"));
    }
}
