namespace Glossary.Formats.Pdf;

/// <summary>Names of the repairs in a document's report.</summary>
internal static class Repair
{
    public const string Accents = "accents";
    public const string Captions = "captions";
    public const string Columns = "columns";
    public const string Contents = "contents";
    public const string DoubledGlyphs = "doubled-glyphs";
    public const string Imprint = "imprint";
    public const string LetterSpacing = "letter-spacing";
    public const string Ligatures = "ligatures";
    public const string LineEndHyphens = "line-end-hyphens";
    public const string OverlappingTexts = "overlapping-texts";
    public const string PageNumbers = "page-numbers";
    public const string References = "references";
    public const string RunningHeads = "running-heads";
    public const string TableCells = "table-cells";
    public const string UndecodableGlyphs = "undecodable-glyphs";
}

/// <summary>How often each repair was made.</summary>
internal sealed class RepairCounts
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Count(string repair, int times = 1)
    {
        if (times > 0)
        {
            counts[repair] = counts.GetValueOrDefault(repair) + times;
        }
    }

    public void Add(RepairCounts others)
    {
        foreach (var (repair, times) in others.counts)
        {
            Count(repair, times);
        }
    }

    /// <summary>The counts by name, in the order of the names.</summary>
    public IReadOnlyDictionary<string, int> ToReport() => new Dictionary<string, int>(counts);
}
