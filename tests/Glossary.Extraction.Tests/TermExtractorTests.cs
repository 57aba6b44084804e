using Glossary.Extraction.Candidates;
using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Tests;

public sealed class TermExtractorTests
{
    [Theory]
    [InlineData("OTR", CandidateType.Abbreviation)]
    [InlineData("CFD", CandidateType.Abbreviation)]
    [InlineData("kLa", CandidateType.Symbol)]
    [InlineData("pH", CandidateType.Symbol)]
    [InlineData("ISO 9001", CandidateType.Symbol)]
    [InlineData("kLa value", CandidateType.FullForm)]
    [InlineData("pH sensor", CandidateType.FullForm)]
    [InlineData("oxygen transfer rate", CandidateType.FullForm)]
    [InlineData("computational fluid dynamics", CandidateType.FullForm)]
    [InlineData("volumetric mass transfer coefficient", CandidateType.FullForm)]
    [InlineData("single-use mixing system", CandidateType.FullForm)]
    [InlineData("bookkeeper", CandidateType.FullForm)]
    public void An_English_term_is_found_in_its_own_casing(string term, CandidateType type) =>
        Assert.Equal(type, Assert.Single(Extract(Texts.Bioreactor).Candidates, each => each.Text == term).Type);

    [Theory]
    [InlineData("Kühlwasserpumpe")]
    [InlineData("Volumenstrom")]
    [InlineData("Trockenlaufschutz")]
    [InlineData("SPS")]
    [InlineData("speicherprogrammierbare Steuerung")]
    [InlineData("elektrisches Stellventil")]
    [InlineData("DIN EN 1993-1-1")]
    public void A_German_term_is_found_with_the_capitals_of_its_nouns(string term) =>
        Assert.Single(Extract(Texts.Pump).Candidates, each => each.Text == term);

    [Theory]
    [InlineData("The Development")]
    [InlineData("Development")]
    [InlineData("Development of Mixing")]
    [InlineData("These Plants")]
    [InlineData("Which Execution Approach")]
    [InlineData("More Stringent Conditions")]
    [InlineData("Stringent Conditions")]
    [InlineData("Time")]
    [InlineData("Section")]
    [InlineData("Section 4")]
    [InlineData("Figure")]
    [InlineData("Figure 3")]
    [InlineData("fig. 3")]
    [InlineData("fig")]
    [InlineData("table 2")]
    [InlineData("table")]
    [InlineData("et al. 2013")]
    [InlineData("al")]
    [InlineData("5.4 Example D")]
    [InlineData("Example D")]
    [InlineData("Run 1 2.0")]
    [InlineData("Run")]
    [InlineData("Run 1")]
    [InlineData("At Least 5")]
    [InlineData("Least 5 Samples")]
    [InlineData("kW/m³")]
    public void What_names_no_concept_is_not_proposed(string noise) =>
        Assert.DoesNotContain(Extract(Texts.Bioreactor).Candidates, each =>
            each.Forms.Any(form => string.Equals(form.Text, noise, StringComparison.OrdinalIgnoreCase)));

    [Theory]
    [InlineData("Abschnitt")]
    [InlineData("Abschnitt 4")]
    [InlineData("Abbildung 3")]
    [InlineData("Fall")]
    [InlineData("diesem Fall")]
    [InlineData("Sekunde")]
    [InlineData("Höhe des Volumenstroms")]
    public void What_names_no_concept_is_not_proposed_in_German(string noise) =>
        Assert.DoesNotContain(Extract(Texts.Pump).Candidates, each => each.Forms.Any(form => form.Text == noise));

    [Theory]
    [InlineData("pH sensor", "pH sensor|pH sensors")]
    [InlineData("kLa value", "kLa value|kLa values")]
    [InlineData("single-use mixing system", "single-use mixing system|single-use mixing systems")]
    public void Singular_and_plural_are_one_candidate(string term, string forms) =>
        Assert.Equal(forms, Forms(Texts.Bioreactor, term));

    [Theory]
    [InlineData("Volumenstrom", "Volumenstrom|Volumenstroms|Volumenströme")]
    [InlineData("Kühlwasserpumpe", "Kühlwasserpumpe|Kühlwasserpumpen")]
    [InlineData("elektrisches Stellventil", "elektrische Stellventil|elektrischen Stellventile|elektrischen Stellventils")]
    public void The_cases_of_a_German_noun_are_one_candidate(string term, string forms) =>
        Assert.Equal(forms, Forms(Texts.Pump, term));

    [Theory]
    [InlineData(SegmentKind.RunningHead)]
    [InlineData(SegmentKind.Contents)]
    [InlineData(SegmentKind.Reference)]
    [InlineData(SegmentKind.Imprint)]
    public void Nothing_is_taken_from_running_heads_contents_references_and_the_imprint(SegmentKind kind)
    {
        const string Line = "The oxygen transfer rate (OTR) of a bioreactor and its pH sensor follow ISO 9001.";
        Assert.Empty(Extract(new DocumentBuilder().Add(kind, Line, Line, Line).Build(), new ExtractionOptions { MinimumScore = 0 }).Candidates);
        Assert.NotEmpty(Extract(DocumentBuilder.OfBody(Line, Line, Line), new ExtractionOptions { MinimumScore = 0 }).Candidates);
    }

    [Fact]
    public void An_abbreviation_and_its_full_form_name_each_other()
    {
        var candidates = Extract(Texts.Bioreactor).Candidates;
        Assert.Equal("oxygen transfer rate", candidates.Single(each => each.Text == "OTR").FullForm);
        Assert.Equal("OTR", candidates.Single(each => each.Text == "oxygen transfer rate").Abbreviation);
    }

    [Fact]
    public void The_language_is_detected_or_as_asked()
    {
        Assert.Equal("en", Extract(Texts.Bioreactor).Language);
        Assert.Equal("de", Extract(Texts.Pump).Language);
        Assert.Equal("en", Extract(Texts.Pump, new ExtractionOptions { Language = "en" }).Language);
    }

    [Fact]
    public void A_document_without_text_has_no_candidates()
    {
        Assert.Empty(Extract(new DocumentText([])).Candidates);
        Assert.Empty(Extract(DocumentBuilder.OfBody(string.Empty)).Candidates);
    }

    private static string Forms(DocumentText document, string term) => string.Join(
        '|', Extract(document).Candidates.Single(each => each.Text == term).Forms.Select(form => form.Text).Order(StringComparer.Ordinal));

    private static ExtractionResult Extract(DocumentText document, ExtractionOptions? options = null) =>
        TermExtractor.Extract(document, options ?? ExtractionOptions.Default, cancellationToken: TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("Doe")]
    [InlineData("Roe-Miller")]
    [InlineData("Ann Roe-Miller")]
    [InlineData("Max Moe")]
    [InlineData("Poe")]
    [InlineData("Coe")]
    [InlineData("Ida Coe")]
    public void People_are_no_terms(string person)
    {
        var document = new DocumentBuilder()
            .Heading("Mixing in stirred vessels")
            .Body("Dr. Jane Doe, Technical University of Sometown", "Ann Roe-Miller, Mixing Systems GmbH, Sometown")
            .Body("Max Moe, Ida Coe and Tim Q. Zoe")
            .Body("The Rushton turbine was measured by Prof. Max Moe. The Rushton turbine of Poe has six blades.")
            .Add(SegmentKind.Reference, "[1] Poe E., Zoe T.Q. (1999): Turbines. London.")
            .Build();
        var found = Extract(document, ExtractionOptions.Exhaustive).Candidates;
        Assert.DoesNotContain(found, each => each.Text == person);
        Assert.Contains(found, each => each.Text == "Rushton turbine");
    }

    [Fact]
    public void A_phrase_that_ran_into_a_persons_name_is_no_term()
    {
        var document = new DocumentBuilder()
            .Body("For wave-mixed bags Poe and others proposed a rocking angle. Wave-mixed bags are rocked.")
            .Add(SegmentKind.Reference, "[1] Poe E., Zoe T.Q. (1999): Bags. London.")
            .Build();
        Assert.DoesNotContain(Extract(document).Candidates, each => each.Text.EndsWith("Poe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("single-use bags", "single-use bag")]
    [InlineData("photobioreactors", "photobioreactor")]
    [InlineData("safety goggles", "safety goggles")]
    [InlineData("c+c+", "c+c+")]
    public void A_term_is_shown_in_its_singular_where_people_use_one(string attested, string shown) =>
        Assert.Equal(
            shown,
            Extract(DocumentBuilder.OfBody($"The {attested} of the plant are new.", $"We need {attested} in each room."), ExtractionOptions.Exhaustive)
                .Candidates.Single(each => each.Forms.Any(form => form.Text == attested)).Text);

    [Theory]
    [InlineData("des hydrodynamischen Stresses", "hydrodynamischer Stress")]
    [InlineData("mit amperometrischen Sensoren", "amperometrischer Sensor")]
    [InlineData("der spezifischen Phasengrenzfläche", "spezifische Phasengrenzfläche")]
    [InlineData("aus der Kolmogorov-Länge", "Kolmogorov-Länge")]
    [InlineData("mit Einweg-Bioreaktoren", "Einweg-Bioreaktor")]
    [InlineData("aus den hal-Befehlen", "hal-Befehl")]
    public void A_German_term_is_shown_in_its_base_form_without_an_article_that_tells_its_gender(string attested, string shown) =>
        Assert.Contains(
            Extract(DocumentBuilder.OfBody($"Die Größe wird {attested} berechnet.", $"Danach wird die Drehzahl {attested} bestimmt."), ExtractionOptions.Exhaustive).Candidates,
            each => each.Text == shown);

    [Theory]
    [InlineData("kürzeren Rüstzeiten")]
    [InlineData("wichtigsten Kriterien")]
    public void An_adjective_that_compares_is_no_part_of_a_German_term(string attested)
    {
        var found = Extract(DocumentBuilder.OfBody($"Die Anlage wird mit den {attested} betrieben.", $"Die {attested} stehen im Plan der Anlage.")).Candidates;
        Assert.DoesNotContain(found, each => each.Forms.Any(form => form.Text == attested));
    }

    [Fact]
    public void A_list_of_abbreviations_says_what_they_mean_whatever_their_letters()
    {
        var document = new DocumentBuilder()
            .Body("Die Reinigung vor Ort spart Zeit. Die Salzlösung wird vor der Messung in den Behälter gefüllt.")
            .Heading("9 Abkürzungsverzeichnis")
            .Cells("CIP", "Reinigung vor Ort (Cleaning in Place)", "PBS", "Phosphatgepufferte Salzlösung")
            .Heading("Stückliste")
            .Cells("KDX", "Der Behälter der Anlage")
            .Build();
        var found = Extract(document, ExtractionOptions.Exhaustive).Candidates;
        Assert.Equal("Reinigung vor Ort", found.Single(each => each.Text == "CIP").FullForm);
        Assert.Equal("phosphatgepufferte Salzlösung", found.Single(each => each.Text == "PBS").FullForm);
        Assert.All(found.Where(each => each.Text == "KDX"), each => Assert.Null(each.FullForm));
    }

    [Theory]
    [InlineData("NT-proBNP", "N-terminal pro-B-type natriuretic peptide")]
    [InlineData("LVEF", "left ventricular ejection fraction")]
    [InlineData("ICD", "implantable cardioverter-defibrillator")]
    [InlineData("HFpEF", "heart failure with preserved ejection fraction")]
    public void What_a_text_abbreviates_is_a_term_with_its_abbreviation(string abbreviation, string fullForm)
    {
        var found = Extract(DocumentBuilder.OfBody(
            "Background: Heart failure with preserved ejection fraction (HFpEF) is common. All patients received N-terminal pro-B-type natriuretic peptide (NT-proBNP) tests.",
            "They had a reduced left ventricular ejection fraction (LVEF) and implantable cardioverter-defibrillators (ICDs).")).Candidates;
        Assert.Equal(fullForm, found.Single(each => each.Text == abbreviation).FullForm);
        Assert.Equal(abbreviation, found.Single(each => each.Text == fullForm).Abbreviation);
        Assert.DoesNotContain(found, each => each.Text.StartsWith("patients", StringComparison.Ordinal) || each.Text.Contains("received", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_of_standard_bodies_longer_than_a_term_is_no_name()
    {
        var found = Extract(DocumentBuilder.OfBody("It follows DIN EN ISO IEC VDI VDE ASME ANSI BS UL API 9001 and ISO 9001."), new ExtractionOptions { MinimumScore = 0 }).Candidates;
        Assert.Contains(found, each => each.Text == "ISO 9001");
        Assert.DoesNotContain(found, each => each.Text.Contains("DIN", StringComparison.Ordinal) && each.Text.EndsWith("9001", StringComparison.Ordinal));
    }

    [Fact]
    public void A_Greek_letter_belongs_to_the_field() =>
        Assert.Contains(Extract(DocumentBuilder.OfBody("A β-blocker was given.", "The β-blocker reduces mortality.")).Candidates, each => each.Text == "β-blocker");

    [Theory]
    [InlineData("transfer rate", "part-of-abbreviated")]
    [InlineData("Froude", "name-inside")]
    public void A_part_of_a_term_says_why_it_scores_low(string text, string part)
    {
        var document = DocumentBuilder.OfBody(
            "The oxygen transfer rate (OTR) is high. Measure the oxygen transfer rate.",
            "The critical Froude number tells the phase. The Froude number grows with the frequency.");
        var candidate = Extract(document, new ExtractionOptions { MinimumScore = 0 }).Candidates.Single(each => each.Text == text);
        Assert.Contains(candidate.Parts, each => each.Name == part && each.Value < 0);
    }

    [Fact]
    public void A_body_that_no_person_stands_before_stays()
    {
        var document = DocumentBuilder.OfBody("Mixing Systems GmbH, Sometown", "The pumps of Mixing Systems GmbH run dry.");
        Assert.Contains(Extract(document).Candidates, each => each.Text.Contains("Mixing Systems", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sauter mean diameter")]
    [InlineData("Reynolds number")]
    [InlineData("mass transfer coefficient")]
    public void A_name_inside_a_term_keeps_its_capital_and_a_head_is_not_lost(string term)
    {
        var document = DocumentBuilder.OfBody(
            "The Sauter mean diameter (SMD) tells the size of droplets. Sauter mean diameters are measured with a probe.",
            "The Reynolds number tells turbulence. The Reynolds number grows with the speed of the impeller.",
            "A mass transfer coefficient (kLa) is measured. Each mass transfer coefficient depends on the bubbles.");
        Assert.Single(Extract(document, ExtractionOptions.Exhaustive).Candidates, each => each.Text == term);
    }

    [Fact]
    public void What_stands_only_inside_one_longer_term_scores_below_it()
    {
        var candidates = Extract(DocumentBuilder.OfBody(
            "Chinese hamster ovary cells grow in the vessel.", "Most Chinese hamster ovary cells settle.", "The Chinese hamster ovary cells are counted.")).Candidates;
        var whole = Assert.Single(candidates, each => each.Text == "Chinese hamster ovary cells" || each.Text == "Chinese hamster ovary cell");
        Assert.All(candidates.Where(each => each.Text is "hamster" or "ovary" or "hamster ovary"), part => Assert.True(part.Score < whole.Score));
    }
}
