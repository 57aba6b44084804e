namespace Glossary.Formats.Terms;

/// <summary>Keeps spreadsheets from running a text as a formula (OWASP, “CSV Injection”), reversibly.</summary>
public static class SpreadsheetText
{
    private const char Mark = '\'';

    /// <summary>The text with an apostrophe before it where it begins as a formula does, or with an apostrophe itself.</summary>
    public static string? Guard(string? text) => text is { Length: > 0 } && IsSuspect(text[0]) ? Mark + text : text;

    /// <summary>The text that <see cref="Guard"/> was given.</summary>
    public static string Unguard(string text) => text.Length > 1 && text[0] == Mark && IsSuspect(text[1]) ? text[1..] : text;

    private static bool IsSuspect(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or Mark;
}
