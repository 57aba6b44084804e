namespace Glossary.Samples;

/// <summary>A manual as its source has it.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Title">Title.</param>
/// <param name="Subtitle">Kind of document.</param>
/// <param name="RunningHead">What stands on top of each page.</param>
/// <param name="Contents">Heading of the table of contents.</param>
/// <param name="Parts">Its parts in order.</param>
public sealed record Manual(string Language, string Title, string Subtitle, string RunningHead, string Contents, IReadOnlyList<ManualPart> Parts)
{
    /// <summary>Reads a source: <c># </c> and <c>## </c> headings, <c>- </c> items, <c>!</c> captions, <c>|</c> tables, <c>[n]</c> references, else paragraphs.</summary>
    public static Manual Read(string language)
    {
        using var stream = typeof(Manual).Assembly.GetManifestResourceStream($"{language}.txt")!;
        using var reader = new StreamReader(stream);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = new List<ManualPart>();
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (line.Length == 0)
            {
                continue;
            }

            if (parts.Count == 0 && line[0] != '#' && colon > 0)
            {
                fields[line[..colon]] = line[(colon + 2)..];
            }
            else
            {
                Add(parts, line);
            }
        }

        return new Manual(language, fields["title"], fields["subtitle"], fields["running"], fields["contents"], parts);
    }

    private static void Add(List<ManualPart> parts, string line)
    {
        if (line.StartsWith("| ", StringComparison.Ordinal))
        {
            ((ManualTable)parts[^1]).Rows.Add([.. line[2..].Split(" | ")]);
            return;
        }

        parts.Add(line switch
        {
            ['#', '#', ' ', ..] => new ManualText(PartKind.Subheading, line[3..]),
            ['#', ' ', ..] => new ManualText(PartKind.Heading, line[2..]),
            ['-', ' ', ..] => new ManualText(PartKind.Item, line[2..]),
            ['!', ..] => new ManualText(PartKind.Figure, line[1..]),
            ['|', ..] => new ManualTable(line[1..] is "abbreviations" ? null : line[1..], []),
            ['[', ..] => new ManualText(PartKind.Reference, line),
            _ => new ManualText(PartKind.Paragraph, line),
        });
    }
}

/// <summary>A part of a manual.</summary>
public abstract record ManualPart;

/// <summary>A run of text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text.</param>
public sealed record ManualText(PartKind Kind, string Text) : ManualPart;

/// <summary>A table.</summary>
/// <param name="Caption">Its caption; with one, the first row is a head.</param>
/// <param name="Rows">Its rows.</param>
public sealed record ManualTable(string? Caption, List<string[]> Rows) : ManualPart;

/// <summary>What a run of text is.</summary>
public enum PartKind
{
    /// <summary>Heading of a chapter.</summary>
    Heading,

    /// <summary>Heading of a section.</summary>
    Subheading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>Item of a list.</summary>
    Item,

    /// <summary>A figure with its caption.</summary>
    Figure,

    /// <summary>An entry of the references.</summary>
    Reference,
}
