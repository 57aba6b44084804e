namespace Glossary.Extraction.Lexicon;

/// <summary>English noun plurals by rule, checked against general language; the irregular ones by list.</summary>
internal sealed class EnglishLemmas : ILemmas
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["feet"] = "foot", ["teeth"] = "tooth", ["mice"] = "mouse",
        ["indices"] = "index", ["matrices"] = "matrix", ["vertices"] = "vertex", ["axes"] = "axis", ["analyses"] = "analysis",
        ["bases"] = "base", ["crises"] = "crisis", ["diagnoses"] = "diagnosis", ["hypotheses"] = "hypothesis", ["theses"] = "thesis",
        ["syntheses"] = "synthesis", ["parentheses"] = "parenthesis", ["criteria"] = "criterion", ["phenomena"] = "phenomenon",
        ["bacteria"] = "bacterium", ["media"] = "medium", ["spectra"] = "spectrum", ["strata"] = "stratum", ["nuclei"] = "nucleus",
        ["radii"] = "radius", ["stimuli"] = "stimulus", ["fungi"] = "fungus", ["formulae"] = "formula", ["antennae"] = "antenna",
        ["halves"] = "half", ["knives"] = "knife", ["leaves"] = "leaf", ["lives"] = "life", ["shelves"] = "shelf", ["wolves"] = "wolf",
        ["valves"] = "valve", ["curves"] = "curve", ["appendices"] = "appendix",
    };

    private static readonly HashSet<string> Singular = new(StringComparer.Ordinal)
    {
        "gas", "bus", "alias", "atlas", "chaos", "cosmos", "bias", "lens", "series", "species", "means", "apparatus", "chassis", "status", "virus", "plus", "news", "physics",
        "mathematics", "mechanics", "electronics", "hydraulics", "pneumatics", "ergonomics", "thermodynamics", "kinetics", "dynamics",
        "statistics", "analysis", "basis", "axis", "process", "access", "stress", "loss", "glass", "mass", "class", "press", "canvas",
        "diabetes", "logistics", "optics", "robotics", "genetics", "economics", "aerodynamics", "biomass", "us", "its", "this", "aids", "ethos", "dos", "dns", "corps", "headquarters", "always", "perhaps", "as", "is", "was", "has",
    };

    /// <inheritdoc />
    public string Noun(string word, FrequencyTable frequencies)
    {
        if (Irregular.TryGetValue(word, out var lemma))
        {
            return lemma;
        }

        // The last part of a hyphenated word is what inflects.
        var hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && hyphen < word.Length - 1)
        {
            return string.Concat(word.AsSpan(0, hyphen + 1), Noun(word[(hyphen + 1)..], frequencies));
        }

        if (word.Length < 4 || word[^1] != 's' || Singular.Contains(word) || word[^2] is 's' or 'u' || word.EndsWith("is", StringComparison.Ordinal)
            || !char.IsAsciiLetter(word[^2]))
        {
            return word;
        }

        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
        {
            return string.Concat(word.AsSpan(0, word.Length - 3), "y");
        }

        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("zzes", StringComparison.Ordinal))
        {
            var shorter = word[..^1];
            return frequencies.Centibels(shorter) > frequencies.Centibels(word.AsSpan(0, word.Length - 2)) ? shorter : word[..^2];
        }

        // “gases”, “lenses”, but “databases”, “phases”.
        if (word.EndsWith("ses", StringComparison.Ordinal) && word.Length > 4
            && (Singular.Contains(word[..^2]) || frequencies.Centibels(word.AsSpan(0, word.Length - 2)) > frequencies.Centibels(word.AsSpan(0, word.Length - 1))))
        {
            return word[..^2];
        }

        if (word.EndsWith("oes", StringComparison.Ordinal) && frequencies.Contains(word.AsSpan(0, word.Length - 2)))
        {
            return word[..^2];
        }

        return word[..^1];
    }

    /// <inheritdoc />
    public string Modifier(string word, FrequencyTable frequencies) => word;
}
