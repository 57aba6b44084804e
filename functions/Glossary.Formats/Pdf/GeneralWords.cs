namespace Glossary.Formats.Pdf;

/// <summary>Which words general language knows, for joining line ends.</summary>
internal static class GeneralWords
{
    public static Func<string, bool> Known { get; } = _ => false;
}
