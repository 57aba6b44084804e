using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Tokens;

/// <summary>A token of a page.</summary>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Kind">What it looks like.</param>
internal readonly record struct Token(int Start, int Length, TokenKind Kind)
{
    /// <summary>Offset of the first character after it.</summary>
    public int End => Start + Length;

    /// <summary>Its part of speech, once tagged.</summary>
    public PartOfSpeech Tag { get; init; }

    /// <summary>What is known of its form, once tagged.</summary>
    public WordTraits Traits { get; init; }

    /// <summary>Number of its word form, once tagged: its place in the forms of its page.</summary>
    public int Form { get; init; }

    /// <summary>Whether it has a trait.</summary>
    public bool Has(WordTraits trait) => (Traits & trait) != 0;
}

/// <summary>What a token looks like.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, with inner hyphens, apostrophes and the like.</summary>
    Word,

    /// <summary>Letters and digits together: <c>kLa</c> is a word, <c>H₂O</c> and <c>GM6-PCI</c> are of this kind.</summary>
    Mixed,

    /// <summary>A number, with its sign, separators and percent.</summary>
    Number,

    /// <summary>An address: URL or e-mail.</summary>
    Address,

    /// <summary>A unit of measurement such as <c>kW/m³</c>.</summary>
    Unit,

    /// <summary>A single mark.</summary>
    Mark,
}
