using System.Globalization;
using System.Text;
using Glossary.Extraction.Documents;

namespace Glossary.App.Kernel.Documents;

/// <summary>A blob name in the <c>uploads</c> container, split at its first slash into the glossary's folder and the file.</summary>
/// <param name="Folder">The folder, or null for a blob at the root of the container.</param>
/// <param name="FileName">Name to show: the last part, without control and direction characters.</param>
public readonly record struct UploadName(string? Folder, string FileName)
{
    private const int LongestFileName = 200;

    /// <summary>Splits a blob name. Any name is accepted.</summary>
    public static UploadName Parse(string blobName)
    {
        var slash = blobName.IndexOf('/', StringComparison.Ordinal);
        var folder = slash > 0 ? blobName[..slash] : null;
        var file = Displayed(blobName[(blobName.LastIndexOf('/') + 1)..]);
        return new UploadName(folder, file.Length > 0 ? file : Displayed(blobName));
    }

    /// <summary>A file name that can be part of a blob name: path parts dropped, control and direction characters dropped, NFC, at most 200 characters.</summary>
    public static string Clean(string fileName)
    {
        var last = Displayed(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]).Trim().Trim('.');
        if (last.Length <= LongestFileName)
        {
            return last;
        }

        var extension = Path.GetExtension(last);
        var kept = LongestFileName - Math.Min(extension.Length, 20);
        kept -= char.IsHighSurrogate(last[kept - 1]) ? 1 : 0;
        return last[..kept] + (extension.Length <= 20 ? extension : string.Empty);
    }

    // Format characters include the bidirectional controls, by which "gpj.exe" can be made to look like "exe.jpg".
    private static string Displayed(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
                && rune != Rune.ReplacementChar)
            {
                clean.Append(rune.ToString());
            }
        }

        return ComposedText.Of(clean.ToString());
    }
}
