using CsCheck;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;

namespace Glossary.Search.Tests;

/// <summary>An index that followed the changes answers as one does that is made of the store as it stands.</summary>
public sealed class FollowedIndexTests
{
    private static readonly string[] Words = ["pump", "valve", "shaft", "seal", "Ventil", "Kreiselpumpe", "pH-value"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void After_any_changes_a_followed_index_answers_as_a_new_one() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 40], Gen.Int[0, 40]).Array[1, 25].Sample(
            steps => CompareAsync(steps).GetAwaiter().GetResult(), iter: 25, threads: 1);

    private static async Task CompareAsync((int Kind, int One, int Other)[] steps)
    {
        using var shared = new SharedStores();
        await using var instance = new SearchInstallation(shared);
        await instance.CreateAsync("a", "start");
        var ids = new List<string>();
        var changes = new List<long>();
        foreach (var step in steps)
        {
            await TakeAsync(instance, step, ids, changes);
            if (step.One % 3 == 0)
            {
                await instance.FindAsync("a", "");
            }
        }

        // Without the snapshot the other instance has to read the store.
        foreach (var number in await instance.SnapshotsAsync("a"))
        {
            await shared.Blobs.DeleteAsync(App.Kernel.Blobs.BlobContainer.Artefacts, $"a/search/lucene48-4/{long.Parse(number, System.Globalization.CultureInfo.InvariantCulture):D12}.tar", Cancellation);
        }

        await using var other = new SearchInstallation(shared);
        foreach (var text in Words.Append("").Append("state:approved").Append("pump* -valve"))
        {
            Assert.Equal(await AnswerAsync(other, text), await AnswerAsync(instance, text));
        }
    }

    private static async Task TakeAsync(SearchInstallation instance, (int Kind, int One, int Other) step, List<string> ids, List<long> changes)
    {
        try
        {
            switch (step.Kind)
            {
                case 0 or 1:
                    ids.Add(await instance.AddAsync("a", $"{Words[step.One % Words.Length]} {Words[step.Other % Words.Length]} {ids.Count}"));
                    break;
                case 2 when ids.Count > 0:
                    var decision = new Decision(step.Other % 2 == 0 ? TermState.Approved : TermState.Rejected);
                    changes.AddRange((await instance.Editor.DecideAsync("a", [ids[step.One % ids.Count]], decision, "ada", null, Cancellation)).Changes);
                    break;
                case 3 when ids.Count > 1 && step.One % ids.Count != step.Other % ids.Count:
                    changes.Add(await instance.Editor.MergeAsync("a", ids[step.One % ids.Count], [ids[step.Other % ids.Count]], "ada", Cancellation));
                    break;
                case 4 when changes.Count > 0:
                    changes.Add(await instance.Editor.UndoAsync("a", changes[step.One % changes.Count], "ada", Cancellation));
                    break;
            }
        }
        catch (ApiException)
        {
            // Merged already, or a newer change stands against it: that is an answer too.
            return;
        }
    }

    private static async Task<string> AnswerAsync(SearchInstallation instance, string text)
    {
        using var use = await instance.UseAsync("a");
        var answer = use.Index!.Search(new SearchRequest { Text = text, Top = 100 }, Cancellation);
        var facets = answer.Facets.Select(facet => $"{facet.Name}: {string.Join(", ", facet.Values)}");
        return string.Join('\n', answer.Hits.Select(hit => $"{hit.Concept} {string.Join(", ", hit.Snippets.Select(snippet => snippet.Text))}").Concat(facets).Append($"{answer.Total} {use.Index.Concepts}"));
    }
}
