using System.Globalization;
using System.Text;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.Testing;

/// <summary>
/// Makes the same concepts each time: English terms of one to four words, German ones that are written together, words as frequent as in
/// texts (Zipf). Six in ten have one language, four have both; three in ten have a definition; one in twenty has a note.
/// </summary>
public sealed class ConceptGenerator
{
    private const int EnglishWords = 60_000;
    private const int GermanStems = 12_000;
    private const int GeneralWords = 20_000;
    private const double Exponent = 1.05;

    private static readonly string[] Onsets = ["b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "sp", "st", "t", "tr", "v", "w", "z", ""];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ea", "io", "ai", "ou"];
    private static readonly string[] GermanVowels = ["a", "e", "i", "o", "u", "ä", "ö", "ü", "ei", "au", "ie"];
    private static readonly string[] Codas = ["", "n", "r", "l", "s", "t", "ng", "st", "nd", "rm", "ck"];
    private static readonly string[] EnglishEndings = ["", "", "", "s", "er", "ing", "tion", "ity", "al", "or"];
    private static readonly string[] GermanEndings = ["", "", "e", "er", "ung", "heit", "el", "en"];
    private static readonly string[] Fillers = ["the", "of", "a", "for", "in", "which", "is", "by", "and", "to"];
    private static readonly string[] Fields = [.. Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"Subject field {i}"))];

    private readonly Random random;
    private readonly string[] english;
    private readonly string[] german;
    private readonly Zipf englishRank = new(EnglishWords, Exponent);
    private readonly Zipf germanRank = new(GermanStems, Exponent);
    private readonly Zipf generalRank = new(GeneralWords, 1.1);
    private readonly Zipf fieldRank = new(Fields.Length, 1);
    private long made;

    /// <param name="seed">Another one gives other concepts.</param>
    public ConceptGenerator(int seed)
    {
        random = new Random(seed);
        english = MakeWords(EnglishWords, Vowels, EnglishEndings);
        german = MakeWords(GermanStems, GermanVowels, GermanEndings);
    }

    /// <summary>The next concept.</summary>
    public Concept Next()
    {
        var number = made++;
        var isBilingual = random.NextDouble() < 0.4;
        var isEnglish = isBilingual || random.NextDouble() < 0.6;
        var terms = new List<Term>(2);
        if (isEnglish)
        {
            terms.Add(NewTerm("en", EnglishTerm()));
        }

        if (isBilingual || !isEnglish)
        {
            terms.Add(NewTerm("de", GermanTerm()));
        }

        var state = random.Next(10) switch { < 7 => TermState.Candidate, < 9 => TermState.Approved, _ => TermState.Rejected };
        return new Concept
        {
            Id = "01JZ" + number.ToString("D22", CultureInfo.InvariantCulture),
            State = state,
            Terms = terms,
            Definitions = random.NextDouble() < 0.3 ? [new Definition(Sentence(8 + random.Next(16)), null)] : [],
            Note = random.NextDouble() < 0.05 ? Sentence(6) : null,
            SubjectField = random.NextDouble() < 0.5 ? Fields[fieldRank.Next(random)] : null,
            Documents = 1 + random.Next(5),
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
    }

    private static string[] MakeWords(int count, string[] vowels, string[] endings)
    {
        // A source of its own, so that the words are the same whatever is drawn before.
        var source = new Random(count);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        while (words.Count < count)
        {
            word.Clear();
            var syllables = 1 + source.Next(3);
            for (var i = 0; i < syllables; i++)
            {
                word.Append(Onsets[source.Next(Onsets.Length)]).Append(vowels[source.Next(vowels.Length)]).Append(Codas[source.Next(Codas.Length)]);
            }

            word.Append(endings[source.Next(endings.Length)]);
            if (word.Length >= 3)
            {
                words.Add(word.ToString());
            }
        }

        // Frequent words are short.
        return [.. words.OrderBy(each => each.Length + (source.NextDouble() * 8))];
    }

    private Term NewTerm(string language, string text) => new()
    {
        Language = language,
        Text = text,
        Key = text,
        PartOfSpeech = "noun",
        Type = random.Next(20) == 0 ? CandidateType.Abbreviation : CandidateType.FullForm,
        Score = Math.Round(random.NextDouble(), 4),
        Frequency = 1 + random.Next(40),
    };

    private string EnglishTerm()
    {
        var words = random.Next(10) switch { < 2 => 1, < 7 => 2, < 9 => 3, _ => 4 };
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => english[englishRank.Next(random)]));
    }

    private string GermanTerm()
    {
        var parts = 1 + random.Next(3);
        var compound = string.Concat(Enumerable.Range(0, parts).Select(_ => german[germanRank.Next(random)]));
        var noun = char.ToUpperInvariant(compound[0]) + compound[1..];
        return random.Next(4) == 0 ? $"{german[germanRank.Next(random)]}e {noun}" : noun;
    }

    private string Sentence(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ =>
        random.Next(3) == 0 ? Fillers[random.Next(Fillers.Length)] : english[generalRank.Next(random)]));
}
