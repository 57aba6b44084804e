namespace Glossary.Extraction.Evaluation;

/// <summary>How well a list of forms meets an annotation.</summary>
internal sealed record Measures(double Precision, double Recall, double F1, double P100, double P500)
{
    /// <summary>Compares by unique forms.</summary>
    /// <param name="ranked">The forms proposed, each once, best first.</param>
    /// <param name="gold">The forms annotated.</param>
    public static Measures Of(IReadOnlyList<string> ranked, IReadOnlySet<string> gold)
    {
        var found = ranked.Count(gold.Contains);
        var precision = ranked.Count == 0 ? 0 : (double)found / ranked.Count;
        var recall = gold.Count == 0 ? 0 : (double)found / gold.Count;
        return new Measures(precision, recall, found == 0 ? 0 : 2 * precision * recall / (precision + recall), At(100), At(500));

        double At(int count) => ranked.Take(count).Count(gold.Contains) / (double)count;
    }

    public static Measures Mean(IReadOnlyCollection<Measures> all) => new(
        all.Average(each => each.Precision), all.Average(each => each.Recall), all.Average(each => each.F1),
        all.Average(each => each.P100), all.Average(each => each.P500));
}

/// <summary>What a method proposes for a corpus, measured by both annotations.</summary>
internal sealed record Outcome(string Method, int Forms, Measures WithoutNames, Measures WithNames)
{
    public static Outcome Of(string method, IReadOnlyList<string> ranked, AnnotatedCorpus corpus) =>
        new(method, ranked.Count, Measures.Of(ranked, corpus.Terms), Measures.Of(ranked, corpus.TermsAndNames));
}
