using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Glossary.Azure.Blobs;

/// <summary>The header by which a browser saves a download under a name (RFC 6266).</summary>
internal static class AttachmentHeader
{
    private const int Longest = 200;
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>
    /// <c>attachment; filename="…"; filename*=UTF-8''…</c>. Whatever could name another folder, break the header or show an ending that
    /// is not the file's (controls, line breaks, bidirectional marks) becomes an underscore.
    /// </summary>
    public static string For(string downloadName)
    {
        var header = new ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(Clean(downloadName));
        return header.ToString();
    }

    private static string Clean(string name)
    {
        var cleaned = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            cleaned.Append(IsSafe(rune) ? rune.ToString() : "_");
        }

        var trimmed = cleaned.ToString().Trim(' ', '.');
        return trimmed.Length switch
        {
            0 => "download",
            > Longest => Shorten(trimmed),
            _ => trimmed,
        };
    }

    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && !(rune.IsAscii && Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
        && rune != Rune.ReplacementChar;

    // The extension decides what opens the file, so it is the stem that gives way.
    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name) is { Length: <= 10 } ending ? ending : "";
        var end = Longest - extension.Length;
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)] + extension;
    }
}
