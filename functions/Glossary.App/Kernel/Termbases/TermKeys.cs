using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Keys of the records in a glossary's partition. The first letter says what a record is.</summary>
internal static class TermKeys
{
    /// <summary>The termbase record.</summary>
    public const string Head = "g";

    private const int LongestKey = 180;
    private const int ScoreSteps = 999_999;
    private const long LastNumber = 999_999_999_999;

    public static KeyRange AllAliases(string language) => KeyRange.Prefix($"a|{language}|");

    public static KeyRange AllConcepts { get; } = KeyRange.Prefix("c|");

    public static KeyRange AllIndexRows(TermState state) => KeyRange.Prefix($"i|{Letter(state)}|");

    public static KeyRange AllDocumentTerms(string documentId) => KeyRange.Prefix($"t|{documentId}|");

    public static KeyRange AllEvidence(string language, string key) => KeyRange.Prefix($"e|{Share(language, key)}|");

    public static KeyRange AllHistory(string conceptId) => KeyRange.Prefix($"h|{conceptId}|");

    public static KeyRange AllBatchChanges(string batch) => KeyRange.Prefix($"b|{batch}|");

    public static string Concept(string id) => $"c|{id}";

    /// <summary>The alias of a key; homonyms are told apart by a number before the key, 0 for the first.</summary>
    public static string Alias(string language, string key, int homonym = 0) =>
        string.Create(CultureInfo.InvariantCulture, $"a|{language}|{homonym}|{Bounded(key)}");

    /// <summary>What a document says under a key. No concept is named, so that it stays where it is when terms change hands.</summary>
    public static string Evidence(string language, string key, string documentId) => $"e|{Share(language, key)}|{documentId}";

    /// <summary>Row of a document's terms; best score first.</summary>
    public static string DocumentTerm(string documentId, double score, string language, string key) =>
        $"t|{documentId}|{Descending(score)}|{Share(language, key)}";

    /// <summary>Row of the list by state and score; best score first.</summary>
    public static string IndexRow(TermState state, double score, string conceptId) => $"i|{Letter(state)}|{Descending(score)}|{conceptId}";

    public static KeyRange AllComments(string conceptId) => KeyRange.Prefix($"m|{conceptId}|");

    /// <summary>A comment on a concept, in the order of their times.</summary>
    public static string Comment(string conceptId, string commentId) => $"m|{conceptId}|{commentId}";

    public static string Change(long number) => string.Create(CultureInfo.InvariantCulture, $"n|{number:D12}");

    /// <summary>Line of a concept's history; newest first.</summary>
    public static string History(string conceptId, long number) => string.Create(CultureInfo.InvariantCulture, $"h|{conceptId}|{LastNumber - number:D12}");

    /// <summary>Lines of a concept's history that are newer than a change.</summary>
    public static KeyRange HistoryAfter(string conceptId, long number) => new($"h|{conceptId}|", History(conceptId, number));

    /// <summary>The number of the change that a line of history stands for.</summary>
    public static long HistoryNumber(string key) => LastNumber - long.Parse(LastPart(key), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A change as a part of an operation, in its order.</summary>
    public static string BatchChange(string batch, long number) => string.Create(CultureInfo.InvariantCulture, $"b|{batch}|{number:D12}");

    /// <summary>The last part of a key, where ids stand.</summary>
    public static string LastPart(string key) => key[(key.LastIndexOf('|') + 1)..];

    private static char Letter(TermState state) => state switch
    {
        TermState.Candidate => 'c',
        TermState.Approved => 'p',
        _ => 'r',
    };

    private static string Descending(double score) =>
        ((int)Math.Round((1 - Math.Clamp(score, 0, 1)) * ScoreSteps)).ToString("D6", CultureInfo.InvariantCulture);

    // The length of a term's key must not eat up what a store allows for the whole.
    private static string Share(string language, string key) => Hash($"{language}|{key}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    // Stores limit a key's length; a longer one keeps its readable head and is told apart by a hash of the whole.
    private static string Bounded(string key) =>
        key.Length <= LongestKey
            ? key
            : string.Concat(key.AsSpan(0, 120), "~", Hash(key));
}
