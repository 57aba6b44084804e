using Glossary.Extraction.Candidates;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Keeps a term's figures equal to the sum over its evidence when one document's share comes, changes or goes. Never touches what people decide.</summary>
internal static class EvidenceFold
{
    private const int MostForms = 20;
    private const int MostContexts = 5;

    /// <summary>Whether the score can't be told without the evidence of the other documents, because the share that goes gave it.</summary>
    public static bool NeedsOthers(Term term, Evidence? old, Evidence? next) =>
        old is not null && old.Score >= term.Score && (next is null || next.Score < old.Score);

    /// <summary>The term after one document's share <paramref name="old"/> was replaced by <paramref name="next"/>.</summary>
    /// <param name="term">The term as it is.</param>
    /// <param name="old">The document's share so far, or null.</param>
    /// <param name="next">Its share from now on, or null.</param>
    /// <param name="others">Evidence of the other documents, where <see cref="NeedsOthers"/>; else empty.</param>
    public static Term Apply(Term term, Evidence? old, Evidence? next, IReadOnlyList<Evidence> others)
    {
        var (score, parts) = (term.Score, term.Parts);
        if (NeedsOthers(term, old, next))
        {
            var best = others.MaxBy(evidence => evidence.Score);
            (score, parts) = best is null ? (0, []) : (best.Score, best.Parts);
        }

        if (next is not null && (next.Score >= score || parts.Count == 0))
        {
            (score, parts) = (next.Score, next.Parts);
        }

        return term with
        {
            Frequency = term.Frequency - (old?.Frequency ?? 0) + (next?.Frequency ?? 0),
            Score = score,
            Parts = parts,
            Forms = Forms(term.Forms, old, next),
            Contexts = Contexts(term.Contexts.Where(context => old?.Contexts.Contains(context) != true), next),
        };
    }

    /// <summary>The term with the figures of its evidence and no others.</summary>
    public static Term Anew(Term term, IReadOnlyList<Evidence> evidence)
    {
        var bare = term with { Frequency = 0, Score = 0, Parts = [], Forms = [], Contexts = [] };
        return evidence.Aggregate(bare, (folded, share) => Apply(folded, null, share, []));
    }

    private static SurfaceForm[] Forms(IReadOnlyList<SurfaceForm> forms, Evidence? old, Evidence? next)
    {
        var counts = forms.ToDictionary(form => form.Text, form => form.Count, StringComparer.Ordinal);
        Add(old, -1);
        Add(next, +1);
        return [.. counts
            .Where(pair => pair.Value > 0)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostForms)
            .Select(pair => new SurfaceForm(pair.Key, pair.Value))];

        void Add(Evidence? evidence, int sign)
        {
            foreach (var form in evidence?.Forms ?? [])
            {
                counts[form.Text] = counts.GetValueOrDefault(form.Text) + (sign * form.Count);
            }
        }
    }

    // One sentence of each document before the second of any: different documents show more than one.
    private static TermContext[] Contexts(IEnumerable<TermContext> kept, Evidence? next) =>
        [.. kept.Concat(next?.Contexts ?? [])
            .GroupBy(context => context.DocumentId)
            .SelectMany(group => group.Select((context, rank) => (context, rank)))
            .OrderBy(pair => pair.rank)
            .Take(MostContexts)
            .Select(pair => pair.context)];
}
