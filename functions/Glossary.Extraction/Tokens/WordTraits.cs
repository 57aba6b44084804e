using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Patterns;

namespace Glossary.Extraction.Tokens;

/// <summary>What is known of a word form wherever it stands: found once for each form and carried by its tokens.</summary>
[Flags]
internal enum WordTraits : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It can be part of a term by its characters.</summary>
    Wordly = 1,

    /// <summary>An acronym or a symbol whose case is part of it.</summary>
    KeepsCase = 2,

    /// <summary>A word of grammar, or another that never stands in a term.</summary>
    Stopped = 4,

    /// <summary>It never begins a term.</summary>
    Weak = 8,

    /// <summary>It joins two phrases.</summary>
    Joint = 16,

    /// <summary>An article.</summary>
    Article = 32,

    /// <summary>The short name of a body that issues standards.</summary>
    StandardBody = 64,

    /// <summary>An abbreviation when a full stop follows.</summary>
    Dotted = 128,

    /// <summary>A title before a person's name, or a part of one.</summary>
    Title = 256,
}

/// <summary>Finds the traits of word forms.</summary>
internal static class WordTraitsOf
{
    private const int LongestWord = 60;

    /// <summary>The traits of a form.</summary>
    public static WordTraits Form(string form, WordLists lists)
    {
        var lower = form.ToLowerInvariant();
        return (form.Length <= LongestWord && WordShape.IsWordly(form) ? WordTraits.Wordly : 0)
            | (WordShape.KeepsCase(form) ? WordTraits.KeepsCase : 0)
            | (lists.Breakers.Contains(lower) || lists.FunctionWords.Contains(lower) ? WordTraits.Stopped : 0)
            | (lists.WeakStarts.Contains(lower) ? WordTraits.Weak : 0)
            | (lists.Joints.Contains(form) ? WordTraits.Joint : 0)
            | (lists.Articles.Contains(form) ? WordTraits.Article : 0)
            | (WordShape.IsStandardBody(form) ? WordTraits.StandardBody : 0)
            | (lists.Abbreviations.Contains(lower) ? WordTraits.Dotted : 0)
            | (WordShape.IsTitle(form) ? WordTraits.Title : 0);
    }
}
