using Glossary.Extraction;
using Glossary.Extraction.Evaluation;
using Glossary.Extraction.Evaluation.Baselines;

// dotnet run -c Release --project tests/Glossary.Extraction.Evaluation -- FOLDER… [--json] [--profile precise|balanced|exhaustive]
var json = args.Contains("--json", StringComparer.Ordinal);
var at = Array.IndexOf(args, "--profile");
var profile = at < 0 ? "balanced" : at + 1 < args.Length ? args[at + 1] : string.Empty;
var folders = args.Where((arg, index) => !arg.StartsWith("--", StringComparison.Ordinal) && (at < 0 || index != at + 1)).ToList();
if (folders.Count == 0 || ExtractionOptions.OfProfile(profile) is not { } options)
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/Glossary.Extraction.Evaluation -- FOLDER… [--json] [--profile precise|balanced|exhaustive]

        FOLDER  texts/*.txt, gold/*_terms.tsv and gold/*_terms_nes.tsv, lines of a form, a tab and a label
        """);
    return 2;
}

var results = new List<CorpusResult>();
var tables = new List<IReadOnlyList<Outcome>>();
foreach (var folder in folders)
{
    if (!Directory.Exists(folder))
    {
        Console.Error.WriteLine($"Skipped: there is no folder {folder}.");
        continue;
    }

    try
    {
        var corpus = AnnotatedCorpus.Read(folder);
        var proposal = Proposal.Of(corpus, options);
        var outcome = Outcome.Of("Glossary", proposal.Ranked, corpus);
        var recall = (double)corpus.TermsAndNames.Count(proposal.Candidates.Contains) / corpus.TermsAndNames.Count;
        results.Add(new CorpusResult(corpus.Name, outcome.WithoutNames, outcome.WithNames, recall));
        if (!json)
        {
            tables.Add([outcome, .. Baseline.All(corpus)]);
            Report.WriteTable(Console.Out, corpus.Name, tables[^1], recall);
        }
    }
    catch (EvaluationException exception)
    {
        Console.Error.WriteLine(exception.Message);
        return 3;
    }
}

if (json)
{
    Report.WriteJson(Console.Out, results);
}
else if (results.Count > 1)
{
    var means = Enumerable.Range(0, tables[0].Count).Select(row => new Outcome(
        tables[0][row].Method,
        (int)tables.Average(table => table[row].Forms),
        Measures.Mean([.. tables.Select(table => table[row].WithoutNames)]),
        Measures.Mean([.. tables.Select(table => table[row].WithNames)])));
    Report.WriteTable(Console.Out, "mean", means, results.Average(result => result.CandidateRecall));
}

return 0;
