using CsCheck;
using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Tests;

public sealed class ExtractionPropertyTests
{
    private static readonly ExtractionOptions All = new() { MinimumScore = 0, MaximumWords = 8 };

    private static readonly Gen<string> Debris = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char['\0', '\uFFFF'], 0, 80],
        Gen.String[Gen.Char["aZ./'’s-+#@·&%°(),:0₂\u0301\u00AD\uD83D\uDE00 \t\n"], 0, 200],
        Gen.Int[1, 5_000].Select(length => new string('x', length)),
        Gen.Int[1, 900].Select(length => string.Concat(Enumerable.Repeat("pump ", length))));

    private static readonly Gen<string> Words = AnyOf(
        "oxygen transfer rate", "(OTR)", "OTR", "kLa", "The", "volumetric", "pump", "pumps", "ISO 9001", "DIN EN", "e.g.", "Fig. 3", ".", ":", "of the", "(",
        ")", "WARNING", "das elektrische Ventil", "Volumenströme", "des Volumenstroms", "z. B.", "Straße", "\uD83D", "U+\u0000", "a/b", "–").Array[0, 60]
        .Select(words => string.Join(' ', words));

    private static readonly Gen<DocumentText> Documents =
        Gen.Select(Gen.OneOf(Debris, Words), Gen.Enum<SegmentKind>()).Array[0, 6].Array[0, 4].Select(pages =>
        {
            var builder = new DocumentBuilder();
            foreach (var page in pages)
            {
                foreach (var (text, kind) in page)
                {
                    builder.Add(kind, text);
                }

                builder.NextPage();
            }

            return builder.Build();
        });

    [Fact]
    public void Any_text_in_any_segments_gives_a_sound_result() =>
        Gen.Select(Documents, AnyOf<string?>("en", "de", null)).Sample(
            (document, language) => Invariants.Hold(document, TermExtractor.Extract(document, All with { Language = language })),
            iter: 500);

    [Fact]
    public void Any_lists_are_taken() =>
        Gen.Select(Documents, Debris.Array[0, 4], Words.Array[0, 4]).Sample(
            (document, stop, allow) => Invariants.Hold(document, TermExtractor.Extract(document, All with { StopList = stop, AllowList = allow })),
            iter: 150);

    [Fact]
    public void Real_texts_give_a_sound_result()
    {
        foreach (var document in new[] { Texts.Bioreactor, Texts.Pump })
        {
            Invariants.Hold(document, TermExtractor.Extract(document, All, cancellationToken: TestContext.Current.CancellationToken));
        }
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
