using Glossary.Extraction.Analysis;
using Glossary.Extraction.Tokens;

namespace Glossary.Extraction.Patterns;

/// <summary>
/// Tells the lines that say who wrote a document and where they work: “Dr. J. Doe, University of Somewhere, Sometown”. They name
/// people, bodies and places, and no term of the field.
/// </summary>
internal static class Affiliation
{
    private const int FewestInName = 2;
    private const int MostInName = 4;

    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "University", "Universität", "Université", "Institute", "Institut", "College", "Hochschule", "Fachhochschule", "Academy", "Akademie", "School",
        "Department", "Fakultät", "Faculty", "Laboratory", "GmbH", "AG", "KG", "KGaA", "Inc", "Ltd", "LLC", "Corp", "Corporation", "SE", "S.A", "B.V",
        "Association", "Gesellschaft", "Verband", "Verein", "e.V", "Ministry", "Bundesamt", "Bundesanstalt", "Foundation", "Stiftung", "Consulting",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BodyLookup = Bodies.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether a sentence is such a line: it begins with a person's name, goes on to name a body, and all its words have capitals but
    /// those of grammar.
    /// </summary>
    public static bool IsOne(AnalyzedPage page, in Sentence sentence)
    {
        if (sentence.IsUpperCase)
        {
            return false;
        }

        var (words, parts, isBody, isTitled) = (0, 0, false, false);
        for (var i = sentence.From; i < sentence.To; i++)
        {
            var token = page.Tokens[i];
            var text = page.TextOf(i);
            if (token.Kind == TokenKind.Mark)
            {
                parts += text is "," or ";" or "(" or "|" or "·" ? 1 : 0;
                if (parts == 1 && !isTitled && (isBody || words is < FewestInName or > MostInName))
                {
                    return false;
                }
            }
            else if (token.Has(WordTraits.Title))
            {
                isTitled = true;
            }
            else if (token.Kind is TokenKind.Word or TokenKind.Mixed)
            {
                if (!char.IsUpper(text[0]) && !token.Has(WordTraits.Stopped))
                {
                    return false;
                }

                words++;
                isBody |= BodyLookup.Contains(text);
            }
        }

        return isBody && parts > 0;
    }
}
