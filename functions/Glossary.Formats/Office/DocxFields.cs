using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.Formats.Office;

/// <summary>The fields that are open at a place of a DOCX part (ISO/IEC 29500-1, 17.16): their codes are no text, and their results are.</summary>
internal sealed class DocxFields
{
    private readonly Stack<Field> open = new();

    /// <summary>Whether the code of a field is being read; what stands in it, results of other fields included, is no text.</summary>
    public bool IsInCode => open.Any(each => !each.InResult);

    /// <summary>What the result being read is, where a field makes a list of contents or of references.</summary>
    public SegmentKind? Kind => open.Select(each => each.Kind).FirstOrDefault(kind => kind is not null);

    /// <summary>Opens a field, goes on to its result, or closes it.</summary>
    /// <param name="type">Type of the field character: <c>begin</c>, <c>separate</c> or <c>end</c>.</param>
    public void Turn(string? type)
    {
        switch (type)
        {
            case "begin":
                open.Push(new Field());
                break;
            case "separate" when open.TryPeek(out var field):
                field.ShowResult();
                break;
            case "end":
                open.TryPop(out _);
                break;
        }
    }

    /// <summary>Opens a field that has its code in an attribute.</summary>
    public void OpenSimple(string? code)
    {
        var field = new Field();
        field.Code.Append(code);
        field.ShowResult();
        open.Push(field);
    }

    /// <summary>Adds to the code of the innermost field.</summary>
    public void AddCode(string code)
    {
        if (open.TryPeek(out var field))
        {
            field.Code.Append(code);
        }
    }

    /// <summary>Ends the codes that a paragraph leaves open: they must not hide the text behind it.</summary>
    public void EndParagraph()
    {
        while (open.TryPeek(out var field) && !field.InResult)
        {
            open.Pop();
        }
    }

    /// <summary>Closes all.</summary>
    public void Clear() => open.Clear();

    private sealed class Field
    {
        public StringBuilder Code { get; } = new();

        public bool InResult { get; private set; }

        public SegmentKind? Kind { get; private set; }

        public void ShowResult()
        {
            InResult = true;
            var words = Code.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Kind = words.FirstOrDefault()?.ToUpperInvariant() switch
            {
                "TOC" or "TOA" or "INDEX" => SegmentKind.Contents,
                "BIBLIOGRAPHY" => SegmentKind.Reference,
                // Programs that keep references each have a name of their own for the list.
                "ADDIN" when words.Any(word => word.Contains("BIBL", StringComparison.Ordinal) || word.EndsWith("REFLIST", StringComparison.Ordinal)) => SegmentKind.Reference,
                _ => null,
            };
        }
    }
}
