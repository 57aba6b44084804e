using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Glossary.Extraction.Evaluation;

/// <summary>The results of one corpus.</summary>
/// <param name="Folder">Its name.</param>
/// <param name="WithoutNamedEntities">By the annotation without named entities.</param>
/// <param name="WithNamedEntities">By the annotation with them.</param>
/// <param name="CandidateRecall">Share of the annotated forms, names included, that were looked at whatever their score.</param>
internal sealed record CorpusResult(string Folder, Measures WithoutNamedEntities, Measures WithNamedEntities, double CandidateRecall);

/// <summary>What the program prints for other programs.</summary>
internal sealed record EvaluationResults(IReadOnlyList<CorpusResult> Results);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(EvaluationResults))]
internal sealed partial class EvaluationJson : JsonSerializerContext;

/// <summary>Writes the results as a table for people or as JSON.</summary>
internal static class Report
{
    private const string Header = "                         forms |      P      R     F1  P@100  P@500 |      P      R     F1  P@100  P@500";

    public static void WriteJson(TextWriter output, IReadOnlyList<CorpusResult> results) =>
        output.WriteLine(JsonSerializer.Serialize(new EvaluationResults(results), EvaluationJson.Default.EvaluationResults));

    /// <summary>One corpus, or the mean of several.</summary>
    public static void WriteTable(TextWriter output, string name, IEnumerable<Outcome> outcomes, double candidateRecall)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} (candidate recall {candidateRecall:F3})"));
        output.WriteLine("                               | without named entities             | with named entities");
        output.WriteLine(Header);
        foreach (var outcome in outcomes)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {outcome.Method,-20} {outcome.Forms,7} |{Row(outcome.WithoutNames)} |{Row(outcome.WithNames)}"));
        }

        output.WriteLine();
    }

    private static string Row(Measures measures) => string.Create(
        CultureInfo.InvariantCulture,
        $" {measures.Precision,6:F3} {measures.Recall,6:F3} {measures.F1,6:F3} {measures.P100,6:F3} {measures.P500,6:F3}");
}
