using Glossary.Extraction.Abbreviations;
using Glossary.Extraction.Analysis;
using Glossary.Extraction.Documents;
using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tests.Abbreviations;

public sealed class AbbreviationFinderTests
{
    [Theory]
    [InlineData("The oxygen transfer rate (OTR) rises.", "OTR", "oxygen transfer rate")]
    [InlineData("The OTR (oxygen transfer rate) rises.", "OTR", "oxygen transfer rate")]
    [InlineData("Use of computational fluid dynamics (CFD) helps.", "CFD", "computational fluid dynamics")]
    [InlineData("Several programmable logic controllers (PLCs) run.", "PLC", "programmable logic controllers")]
    [InlineData("The oxygen transfer rate (OTR, in mmol) rises.", "OTR", "oxygen transfer rate")]
    public void An_abbreviation_in_brackets_has_its_full_form_beside_it(string text, string shortForm, string fullForm) =>
        Assert.Equal([(shortForm, fullForm)], Find(new DocumentBuilder().Body(text)));

    [Theory]
    [InlineData("The design of experiments (DoE) saves time.", "DoE", "design of experiments")]
    [InlineData("By quality by design (QbD) it is planned.", "QbD", "quality by design")]
    [InlineData("Critical quality attributes (CQAs) are listed.", "CQA", "Critical quality attributes")]
    [InlineData("The OTR (oxygen transfer rate of the vessel) rises.", "OTR", "oxygen transfer rate")]
    [InlineData("A rate (oxygen transfer rate, OTR) is measured.", "OTR", "oxygen transfer rate")]
    [InlineData("The oxygen transfer rate (short: OTR) rises.", "OTR", "oxygen transfer rate")]
    [InlineData("A stirred-tank reactor (STR) is used.", "STR", "stirred-tank reactor")]
    [InlineData("The piping and instrumentation diagram (P&ID) is kept.", "P&ID", "piping and instrumentation diagram")]
    [InlineData("Use high-performance liquid chromatography (HPLC) here.", "HPLC", "high-performance liquid chromatography")]
    [InlineData("Deoxyribonucleic acid (DNA) is cut.", "DNA", "Deoxyribonucleic acid")]
    [InlineData("Die Sauerstofftransferrate (STR) steigt.", "STR", "Sauerstofftransferrate")]
    public void Letters_may_be_initials_of_parts_or_stand_inside(string text, string shortForm, string fullForm) =>
        Assert.Equal([(shortForm, fullForm)], Find(new DocumentBuilder().Body(text)));

    [Theory]
    [InlineData("Die Mess-, Steuer- und Regelungstechnik (MSR) ist neu.")]
    [InlineData("Die MSR (Mess-, Steuer- und Regelungstechnik) ist neu.")]
    [InlineData("MSR – Mess-, Steuer- und Regelungstechnik")]
    [InlineData("Die Technik (Mess-, Steuer- und Regelungstechnik, kurz MSR) ist neu.")]
    public void A_German_full_form_may_begin_with_suspended_words(string text) =>
        Assert.Equal([("MSR", "Mess-, Steuer- und Regelungstechnik")], Find(new DocumentBuilder().Body(text), LanguageData.German));

    [Fact]
    public void A_German_full_form_of_suspended_words_is_a_candidate_with_its_abbreviation()
    {
        var candidates = TermExtractor.Extract(
            DocumentBuilder.OfBody("Die Mess-, Steuer- und Regelungstechnik (MSR) wird in der Anlage von einem Fachbetrieb gewartet, und die MSR steht im Schaltraum."),
            new ExtractionOptions { Language = "de" },
            cancellationToken: TestContext.Current.CancellationToken).Candidates;
        Assert.Equal("Mess-, Steuer- und Regelungstechnik", candidates.Single(candidate => candidate.Abbreviation == "MSR").Text);
        Assert.Equal(2, candidates.Single(candidate => candidate.Text == "MSR").Occurrences.Count);
    }

    [Fact]
    public void A_list_without_marks_and_in_one_paragraph_makes_pairs() =>
        Assert.Equal(
            [("CFD", "computational fluid dynamics"), ("OTR", "oxygen transfer rate"), ("WFI", "water for injection")],
            Find(new DocumentBuilder().Body("CFD computational fluid dynamics OTR oxygen transfer rate WFI water for injection")));

    [Fact]
    public void Two_cells_of_a_row_make_a_pair() =>
        Assert.Equal(
            [("OTR", "oxygen transfer rate"), ("CFD", "computational fluid dynamics")],
            Find(new DocumentBuilder().Cells("OTR", "oxygen transfer rate", "CFD", "computational fluid dynamics")));

    [Fact]
    public void A_single_word_in_the_second_cell_is_a_meaning_and_no_full_form() =>
        Assert.Equal(
            [("OTR", "oxygen transfer rate")],
            Find(new DocumentBuilder().Cells("RC", "resistance", "OTR", "oxygen transfer rate")));

    [Theory]
    [InlineData("OTR – oxygen transfer rate")]
    [InlineData("OTR: oxygen transfer rate")]
    [InlineData("OTR = oxygen transfer rate")]
    public void A_line_of_a_list_makes_a_pair(string line)
    {
        Assert.Equal([("OTR", "oxygen transfer rate")], Find(new DocumentBuilder().ListItems(line)));
        Assert.Equal([("OTR", "oxygen transfer rate")], Find(new DocumentBuilder().Body(line)));
    }

    [Theory]
    [InlineData("The pump (see below) stops.")]
    [InlineData("The stirred vessel (OTR) is new.")]
    [InlineData("The OTR (in the vessel) rises.")]
    [InlineData("OTR: not what it says")]
    [InlineData("The pump (2013) stops.")]
    [InlineData("An open bracket (OTR")]
    [InlineData("A plug (MGE) with manageable outlets (MGE).")]
    [InlineData("The specification (SPEC) is long.")]
    [InlineData("The ISP (its provider) is slow.")]
    [InlineData("The power input per volume (P/V) is kept.")]
    [InlineData("Give the ID (if desired) at the start.")]
    [InlineData("A row vector xT = x is in this case needed.")]
    [InlineData("MS = MJS")]
    public void Words_that_do_not_carry_the_letters_make_no_pair(string text) =>
        Assert.Empty(Find(new DocumentBuilder().Body(text)));

    [Fact]
    public void The_first_full_form_stays() =>
        Assert.Equal(
            [("OTR", "oxygen transfer rate")],
            Find(new DocumentBuilder().Body("The oxygen transfer rate (OTR) rises.", "The oil temperature relay (OTR) clicks.")));

    [Fact]
    public void Contents_and_references_make_no_pair() =>
        Assert.Empty(Find(new DocumentBuilder()
            .Add(SegmentKind.Contents, "Oxygen transfer rate (OTR)")
            .Add(SegmentKind.Reference, "Oxygen transfer rate (OTR)")
            .Add(SegmentKind.RunningHead, "Oxygen transfer rate (OTR)")));

    [Theory]
    [InlineData("OTR", "oxygen transfer rate", true)]
    [InlineData("kLa", "k liquid area", true)]
    [InlineData("PLC", "programmable logic controller", true)]
    [InlineData("OTR", "the oxygen transfer rate", false)]
    [InlineData("OTR", "oxygen rate", false)]
    [InlineData("OTR", "OTR meter", false)]
    [InlineData("OTR", "OT", false)]
    public void Letters_must_stand_in_order_and_the_first_at_a_start(string shortForm, string longForm, bool matches) =>
        Assert.Equal(matches, FullForms.Matches(shortForm, longForm));

    private static List<(string Short, string Full)> Find(DocumentBuilder builder, LanguageData? language = null)
    {
        var finder = new AbbreviationFinder();
        var analyzer = new PageAnalyzer(language ?? LanguageData.English);
        foreach (var page in builder.Build().Pages)
        {
            finder.Add(analyzer.Analyze(page));
        }

        return [.. finder.Pairs.Values.Select(pair =>
            (pair.ShortForm, pair.Source.Page.Text[pair.Source.Tokens[pair.From].Start..pair.Source.Tokens[pair.To - 1].End]))];
    }
}
