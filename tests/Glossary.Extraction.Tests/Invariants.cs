using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Tests;

/// <summary>What holds of the result of any document.</summary>
internal static class Invariants
{
    public static void Hold(DocumentText document, ExtractionResult result)
    {
        var pages = document.Pages.ToDictionary(page => page.Number);
        Assert.Equal(document.Pages.Select(page => page.Number), result.Sentences.Select(page => page.Page));
        foreach (var page in result.Sentences)
        {
            var end = 0;
            foreach (var span in page.Spans)
            {
                Assert.InRange(span.Start, end, pages[page.Page].Text.Length);
                Assert.InRange(span.Length, 1, pages[page.Page].Text.Length - span.Start);
                end = span.Start + span.Length;
            }
        }

        Assert.Equal(result.Candidates.Count, result.Candidates.Select(candidate => (candidate.Language, candidate.Key)).Distinct().Count());
        Assert.Equal(result.Candidates.Count, result.Candidates.Select(candidate => (candidate.Language, candidate.Text)).Distinct().Count());
        foreach (var candidate in result.Candidates)
        {
            Assert.Equal(candidate.Parts.Sum(part => part.Value), candidate.LogOdds, 9);
            Assert.Equal(1 / (1 + Math.Exp(-candidate.LogOdds)), candidate.Score, 9);
            Assert.Equal(candidate.Occurrences.Count, candidate.Forms.Sum(form => form.Count));
            var (lastPage, lastStart) = (0, -1);
            foreach (var place in candidate.Occurrences)
            {
                Assert.Contains(candidate.Forms, form => form.Text == pages[place.Page].Text.Substring(place.Start, place.Length));
                Assert.True(place.Page > lastPage || (place.Page == lastPage && place.Start > lastStart), "Occurrences are in order.");
                var sentence = result.Sentences.Single(page => page.Page == place.Page).Spans[place.Sentence];
                Assert.InRange(place.Start, sentence.Start, sentence.Start + sentence.Length - place.Length);
                (lastPage, lastStart) = (place.Page, place.Start);
            }

            Assert.InRange(candidate.Contexts.Count, 1, 5);
            foreach (var context in candidate.Contexts)
            {
                Assert.InRange(context.Length, context.TermLength, Math.Max(400, context.TermLength));
                Assert.InRange(context.TermStart, context.Start, context.Start + context.Length - context.TermLength);
                Assert.Contains(candidate.Occurrences, place =>
                    place.Page == context.Page && place.Start == context.TermStart && place.Length == context.TermLength);
            }
        }
    }
}
