using Glossary.Extraction.Analysis;
using Glossary.Extraction.Lexicon;
using Glossary.Extraction.Tagging;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>What a word can be in a term.</summary>
internal enum WordRole : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A word by itself: a verb, an adverb, an adjective without a noun.</summary>
    Single,

    /// <summary>What stands before a noun.</summary>
    Modifier,

    /// <summary>A noun, an acronym, a symbol.</summary>
    Head,
}

/// <summary>Gives the words of a sentence their roles, by their tags and what stands around them.</summary>
internal sealed class WordRoles(LanguageData data)
{
    private const int ShortestSingle = 3;

    private readonly bool german = data.Code == "de";

    /// <summary>Fills in the role of each token of a sentence.</summary>
    public void Fill(AnalyzedPage page, in Sentence sentence, Span<WordRole> roles)
    {
        // From the right, because a verb's form is part of a name only before a noun.
        var next = WordRole.None;
        for (var i = roles.Length - 1; i >= 0; i--)
        {
            roles[i] = next = RoleOf(page, sentence.From + i, sentence, next);
        }
    }

    private WordRole RoleOf(AnalyzedPage page, int index, in Sentence sentence, WordRole next)
    {
        var token = page.Tokens[index];
        if (token.Kind is not (TokenKind.Word or TokenKind.Mixed))
        {
            return WordRole.None;
        }

        var text = page.Page.Text;
        var keepsCase = !sentence.IsUpperCase && token.Has(WordTraits.KeepsCase);
        if (!token.Has(WordTraits.Wordly) || IsHalf(text, token) || (token.Has(WordTraits.Stopped) && !keepsCase)
            || (token.Has(WordTraits.Dotted) && token.End < text.Length && text[token.End] == '.'))
        {
            return WordRole.None;
        }

        if (keepsCase || (token.Kind == TokenKind.Mixed && !sentence.IsUpperCase))
        {
            return WordRole.Head;
        }

        var isBeforeNoun = next is WordRole.Head or WordRole.Modifier;
        var before = index > sentence.From ? page.Tokens[index - 1].Tag : PartOfSpeech.Punctuation;
        return token.Tag switch
        {
            PartOfSpeech.Noun or PartOfSpeech.ProperNoun => german && !sentence.IsUpperCase && IsSmall(text, token) ? WordRole.None : WordRole.Head,
            PartOfSpeech.Adjective => isBeforeNoun ? WordRole.Modifier : IsMistaken(text, token, before) ? WordRole.Head : Single(token),
            PartOfSpeech.Participle => isBeforeNoun && before is not (PartOfSpeech.Particle or PartOfSpeech.Pronoun) && !IsVerbOf(page, index, sentence) ? WordRole.Modifier : Single(token),
            PartOfSpeech.Gerund when !german => isBeforeNoun && before is not (PartOfSpeech.Particle or PartOfSpeech.Pronoun) ? WordRole.Modifier : Single(token),
            // What stands between an article and a noun is no verb and no adverb, whatever its tag.
            PartOfSpeech.Verb or PartOfSpeech.Adverb when !german => isBeforeNoun && !Ends(text, token, "ly")
                && ((Ends(text, token, "ed") && !IsVerbOf(page, index, sentence)) || before is PartOfSpeech.Determiner or PartOfSpeech.Adposition or PartOfSpeech.Adjective || IsBehindName(text, token, before))
                ? WordRole.Modifier : Single(token),
            PartOfSpeech.Other => char.IsLetter(text[token.Start]) && token.Length >= ShortestSingle ? WordRole.Head : WordRole.None,
            PartOfSpeech.Verb or PartOfSpeech.Adverb => Single(token),
            _ => WordRole.None,
        };
    }

    // What ends a phrase behind a noun is a noun, though it looks like an adjective: “transfer coefficient”.
    private bool IsMistaken(string text, in Token token, PartOfSpeech before) =>
        !german && (before is PartOfSpeech.Noun or PartOfSpeech.ProperNoun) && !token.Has(WordTraits.Weak)
        && (Ends(text, token, "ent") || Ends(text, token, "ant") || Ends(text, token, "ive"));

    // Behind a noun in the plural stands what it did: “patients received enzymes”.
    private bool IsVerbOf(AnalyzedPage page, int index, in Sentence sentence) =>
        !german && index > sentence.From && page.Tokens[index - 1].Tag == PartOfSpeech.Noun && page.TextOf(index - 1) is [.., not 's', 's'] && page.TextOf(index) is [.., 'e', 'd'];

    // Behind one name a verb would have an -s: “Sauter mean diameter”.
    private static bool IsBehindName(string text, in Token token, PartOfSpeech before) => before == PartOfSpeech.ProperNoun && !Ends(text, token, "s");

    // No German noun is, but for the last part of “motmod-Parameter”.
    private static bool IsSmall(string text, in Token token)
    {
        var hyphen = text.LastIndexOf('-', token.End - 1, token.Length);
        return char.IsLower(text[hyphen < 0 ? token.Start : Math.Min(hyphen + 1, token.End - 1)]) && char.IsLower(text[token.Start]);
    }

    private static WordRole Single(in Token token) => token.Length < ShortestSingle ? WordRole.None : WordRole.Single;

    private static bool Ends(string text, in Token token, string ending) =>
        text.AsSpan(token.Start, token.Length).EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    // A suspended part: “Ein- und Ausgang”.
    private static bool IsHalf(string text, in Token token) => text[token.End - 1] is '-' || (token.End < text.Length && text[token.End] == '-');
}
