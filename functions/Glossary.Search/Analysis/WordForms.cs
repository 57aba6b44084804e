namespace Glossary.Search.Analysis;

/// <summary>A word as it is indexed and searched.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Stem">What its inflections have in common, or null where that is the word itself.</param>
/// <param name="IsCompound">Whether other words may stand in it.</param>
internal sealed record WordForms(string Word, string? Stem, bool IsCompound)
{
    /// <summary>Longer words are cut.</summary>
    public const int LongestWord = 64;

    /// <summary>Stands before a stem in the index, so that it is no word.</summary>
    public const char StemMark = '\u0001';
}
