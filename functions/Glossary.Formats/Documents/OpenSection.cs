using Glossary.Extraction.Documents;

namespace Glossary.Formats.Documents;

/// <summary>
/// What stands under the last heading, where its name tells: references until the next heading, an imprint until running text begins,
/// because the headings behind it may not be told from text.
/// </summary>
internal sealed class OpenSection
{
    // Names, bodies and places have capitals, in German prose half of the words at most have.
    private const double CapitalsOfNames = 0.5;
    private const int FewWords = 6;

    // Thanks are prose; there are few paragraphs of them, and each names people.
    private const double CapitalsOfThanks = 0.12;
    private const int MostThanks = 6;

    private SegmentKind? kind;
    private int thanksLeft;

    /// <summary>What references are to be parted by.</summary>
    public bool IsReferences => kind == SegmentKind.Reference;

    /// <summary>A heading begins.</summary>
    public void Open(string heading)
    {
        kind = SectionNames.Open(heading, kind);
        thanksLeft = SectionNames.OpensThanks(heading) ? MostThanks : 0;
    }

    /// <summary>What a paragraph or a cell is by its section, or null where the section says nothing of it.</summary>
    /// <param name="text">Its text.</param>
    public SegmentKind? KindOf(string text)
    {
        if (kind == SegmentKind.Imprint && !IsImprint(text))
        {
            kind = null;
        }

        return kind;
    }

    private bool IsImprint(string text)
    {
        var (words, capitals, inWord) = (0, 0, false);
        foreach (var character in text)
        {
            var isLetter = char.IsLetter(character);
            if (isLetter && !inWord)
            {
                words++;
                capitals += char.IsUpper(character) ? 1 : 0;
            }

            inWord = isLetter || (inWord && character is '.' or '-' or '’' or '\'');
        }

        return words == 0 || capitals > CapitalsOfNames * words || (words <= FewWords && capitals > 0)
            || (thanksLeft-- > 0 && capitals > CapitalsOfThanks * words);
    }
}
