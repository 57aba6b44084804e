using CsCheck;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Tests.Termbases;

public sealed class EvidenceFoldTests
{
    private static readonly Term Empty = new()
    {
        Language = "en", Text = "valve", Key = "valve", PartOfSpeech = "noun", Type = CandidateType.FullForm,
    };

    [Fact]
    public void Whatever_documents_come_change_and_go_the_figures_are_those_of_the_ones_that_are_there() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 6], Gen.Int[1, 9]).Array[1, 30].Sample(events =>
        {
            var term = Empty;
            var present = new Dictionary<string, Evidence>();
            foreach (var (document, frequency, score) in events)
            {
                var old = present.GetValueOrDefault($"d{document}");
                var next = frequency == 0 ? null : Share($"d{document}", frequency, score / 10.0);
                if (old is null && next is null)
                {
                    continue;
                }

                var others = present.Values.Where(evidence => evidence.DocumentId != $"d{document}").ToList();
                term = EvidenceFold.Apply(term, old, next, EvidenceFold.NeedsOthers(term, old, next) ? others : []);
                if (next is null)
                {
                    present.Remove($"d{document}");
                }
                else
                {
                    present[next.DocumentId] = next;
                }
            }

            Assert.Equal(present.Values.Sum(evidence => evidence.Frequency), term.Frequency);
            Assert.Equal(present.Values.Select(evidence => evidence.Score).DefaultIfEmpty(0).Max(), term.Score);
            Assert.Equal(present.Count == 0 ? 0 : term.Score, term.Parts.Sum(part => part.Value));
            Assert.Equal(term.Frequency, term.Forms.Sum(form => form.Count));
            Assert.All(term.Contexts, context => Assert.Contains(context.DocumentId, present.Keys));
        });

    [Fact]
    public void Sentences_of_different_documents_come_before_a_second_one_of_the_same()
    {
        var term = Empty;
        foreach (var document in new[] { "d1", "d2", "d3", "d4" })
        {
            term = EvidenceFold.Apply(term, null, Share(document, 5, 0.5), []);
        }

        Assert.Equal(["d1", "d2", "d3", "d4", "d1"], term.Contexts.Select(context => context.DocumentId));
    }

    [Fact]
    public void At_most_twenty_spellings_are_kept_the_most_frequent_first()
    {
        var forms = Enumerable.Range(1, 30).Select(count => new SurfaceForm($"form {count}", count)).ToList();

        var term = EvidenceFold.Apply(Empty, null, Share("d1", 1, 0.5) with { Forms = forms }, []);

        Assert.Equal(Enumerable.Range(11, 20).Reverse(), term.Forms.Select(form => form.Count));
    }

    [Fact]
    public void What_people_decide_is_left_alone()
    {
        var decided = Empty with { State = TermState.Approved, Status = TermStatus.Preferred, Origin = TermOrigin.Typed };

        var term = EvidenceFold.Apply(decided, null, Share("d1", 3, 0.5), []);

        Assert.Equal((TermState.Approved, TermStatus.Preferred, TermOrigin.Typed), (term.State, term.Status, term.Origin));
    }

    private static Evidence Share(string document, int frequency, double score) => new()
    {
        DocumentId = document,
        Revision = 1,
        Language = "en",
        Key = "valve",
        Frequency = frequency,
        Pages = 1,
        Score = score,
        Parts = [new ScorePart("all", score)],
        Forms = [new SurfaceForm(frequency % 2 == 0 ? "valve" : "Valve", frequency)],
        Contexts = [.. Enumerable.Range(0, 3).Select(i => new TermContext(document, 1, i, "The valve.", 4, 5))],
    };
}
