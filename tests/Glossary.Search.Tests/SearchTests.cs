using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;
using static Glossary.Search.Tests.TestIndex;

namespace Glossary.Search.Tests;

public sealed class SearchTests
{
    [Theory]
    [InlineData("centrifugal pump", "centrifugal pumps")]
    [InlineData("centrifugal pumps", "centrifugal pump")]
    [InlineData("Ventile", "ventil")]
    [InlineData("Rührkessel", "ruhrkessel")]
    [InlineData("Rührkessel", "Ruehrkessel")]
    [InlineData("Rührkesseln", "Rührkessel")]
    [InlineData("Maßstab", "massstab")]
    [InlineData("crème", "CREME")]
    [InlineData("CO₂", "co2")]
    [InlineData("pH-value", "ph value")]
    [InlineData("pH value", "pH-value")]
    [InlineData("c++", "C++")]
    [InlineData("operator’s manual", "operator manual")]
    [InlineData("مضخة طرد", "مضخة")]
    [InlineData("離心泵", "離心")]
    [InlineData("🧪 test", "🧪")]
    [InlineData("0.5 mm screen", "0.5")]
    public void A_term_is_found_in_spite_of_inflection_case_accents_and_hyphens(string term, string text)
    {
        var language = term.Any(character => character is 'ü' or 'ß') || term == "Ventile" ? "de" : "en";
        using var index = new TestIndex(Concept(term, language), Concept("unlike all of them"));

        Assert.Equal([term], index.Find(text));
    }

    [Theory]
    [InlineData("pumpe", "Kreiselpumpe", "Pumpengehäuse")]
    [InlineData("gehäuse", "Pumpengehäuse")]
    [InlineData("Kreiselpumpen", "Kreiselpumpe")]
    public void A_part_of_a_compound_finds_it(string text, params string[] found)
    {
        using var index = new TestIndex(Concept("Kreiselpumpe", "de"), Concept("Pumpengehäuse", "de"), Concept("Ventil", "de"));

        Assert.Equal(found.Order(StringComparer.Ordinal), index.Find(text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pump AND valve", "pump valve")]
    [InlineData("pump valve", "pump valve")]
    [InlineData("+pump +valve", "pump valve")]
    [InlineData("shaft OR (pump valve)", "check valve", "pump valve", "shaft")]
    [InlineData("pump -valve", "feed pump")]
    [InlineData("pump NOT valve", "feed pump")]
    [InlineData("-pump -valve", "shaft")]
    [InlineData("NOT (pump OR term:shaft)", "check valve")]
    [InlineData("\"pump valve\"", "pump valve")]
    [InlineData("\"valve pump\"")]
    [InlineData("\"pump check valve\"~1")]
    [InlineData("val*", "check valve", "pump valve")]
    [InlineData("*alve", "check valve", "pump valve")]
    [InlineData("v?lve", "check valve", "pump valve")]
    [InlineData("vavle~", "check valve", "pump valve")]
    [InlineData("shfat~1", "shaft")]
    [InlineData("term:shaft", "shaft")]
    [InlineData("definition:shaft", "check valve")]
    [InlineData("*", "check valve", "feed pump", "pump valve", "shaft")]
    [InlineData("the pump of a valve", "pump valve")]
    [InlineData("", "check valve", "feed pump", "pump valve", "shaft")]
    public void The_grammar_finds(string text, params string[] found)
    {
        using var index = new TestIndex(
            Concept("pump valve"), Concept("feed pump"), Concept("shaft"),
            Concept("check valve") with { Definitions = [new Definition("Closes the shaft of a well.", null)] });

        Assert.Equal(found, index.Find(text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("(((")]
    [InlineData(")))(((")]
    [InlineData("*")]
    [InlineData("***")]
    [InlineData("??")]
    [InlineData("~")]
    [InlineData("AND")]
    [InlineData("OR OR NOT")]
    [InlineData("state:")]
    [InlineData("state:nonsense")]
    [InlineData("score:high")]
    [InlineData("state:state:state:")]
    [InlineData("+-!")]
    [InlineData("\\")]
    [InlineData("[a TO b]")]
    [InlineData("a^5")]
    [InlineData("/regex(/")]
    [InlineData("\uD800")]
    [InlineData("\0")]
    [InlineData("👩‍🔬")]
    [InlineData("مَرْحَبًا")]
    public void No_text_is_an_error(string text)
    {
        using var index = new TestIndex(Concept("pump"), Concept("Ventil", "de"));

        Assert.NotNull(index.Answer(text));
        Assert.NotNull(index.Suggest(text));
    }

    [Fact]
    public void Ten_thousand_characters_are_no_error()
    {
        using var index = new TestIndex(Concept("pump"));

        foreach (var part in new[] { "pump ", "(", "-", "\"a ", "state:(", "x", "a~2 ", "*a* ", "😀", "泵", "NOT ", "a-b_" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
            Assert.NotNull(index.Answer(text));
            Assert.NotNull(index.Suggest(text));
        }
    }

    [Fact]
    public void The_term_that_is_what_was_typed_comes_first_then_inflections_then_beginnings_then_definitions()
    {
        using var index = new TestIndex(
            Concept("valve seat", score: 0.9),
            Concept("spool") with { Definitions = [new Definition("A part of a valve.", null)] },
            Concept("valve", score: 0.1),
            Concept("valves body", score: 0.9),
            Concept("valveless pump", score: 0.9));

        Assert.Equal(["valve", "valve seat", "valves body", "valveless pump", "spool"], index.Find("valve"));
    }

    [Fact]
    public void Filters_of_a_request_and_in_the_text_say_the_same()
    {
        using var index = new TestIndex(
            Concept("pump") with { State = TermState.Approved, SubjectField = "Fluid mechanics" },
            Concept("pumpe", "de") with { State = TermState.Rejected },
            Concept("pumpjack", score: 0.9));

        Assert.Equal(["pump"], index.Find("pump", new SearchFilter { States = [TermState.Approved] }));
        Assert.Equal(["pump"], index.Find("pump state:approved"));
        Assert.Equal(["pumpe"], index.Find("pump*", new SearchFilter { Languages = ["de"] }));
        Assert.Equal(["pumpe"], index.Find("pump* language:de"));
        Assert.Equal(["pump", "pumpe"], index.Find("pump* state:(approved rejected)").Order(StringComparer.Ordinal));
        Assert.Equal(["pumpe", "pumpjack"], index.Find("pump* -state:approved").Order(StringComparer.Ordinal));
        Assert.Equal(["pumpjack"], index.Find("score:>0.8"));
        Assert.Equal(["pumpjack"], index.Find("", new SearchFilter { MinimumScore = 0.8 }));
        Assert.Equal(["pump"], index.Find("", new SearchFilter { SubjectFields = ["Fluid mechanics"] }));
        Assert.Equal(["pump"], index.Find("subject:fluid"));
    }

    [Fact]
    public void Fields_of_the_glossary_are_searched_and_who_looks_after_a_concept_is_a_filter()
    {
        using var index = new TestIndex(
            Concept("pump") with { CustomFields = new SortedDictionary<string, string> { ["Maker"] = "Weir Minerals" }, Assignee = "ada" },
            Concept("valve") with { Assignee = "bob", SubjectField = "Flow" });

        Assert.Equal(["pump"], index.Find("minerals"));
        Assert.Equal(["pump"], index.Find("custom:weir"));
        Assert.Empty(index.Find("term:weir"));
        Assert.Equal(("custom", "Weir Minerals"), index.Answer("weir").Hits.Single().Snippets.Select(snippet => (snippet.Field, snippet.Text)).Single());
        Assert.Equal(["valve"], index.Find("assignee:bob"));
        Assert.Equal(["pump"], index.Find("", new SearchFilter { Assignees = ["ada"] }));
        Assert.Equal([new FacetValue("ada", 1), new FacetValue("bob", 1)], index.Answer("").Facets.Single(facet => facet.Name == "assignee").Values);
        Assert.Equal([new FacetValue("Flow", 1)], index.Answer("").Facets.Single(facet => facet.Name == "subject").Values);
    }

    [Fact]
    public void Tags_are_filtered_and_counted_whatever_their_case_and_stand_in_the_hits()
    {
        using var index = new TestIndex(
            Concept("pump") with { Tags = ["To translate", "new"] },
            Concept("valve") with { Tags = ["new"], SubjectField = "Flow" },
            Concept("spool"));
        index.Reopen();

        Assert.Equal(["pump", "valve"], index.Find("tag:NEW"));
        Assert.Equal(["pump"], index.Find("tag:\"to translate\""));
        Assert.Equal(["spool"], index.Find("-tag:new"));
        Assert.Equal(["pump"], index.Find("", new SearchFilter { Tags = ["to translate", "old"] }));
        Assert.Equal([new FacetValue("new", 2), new FacetValue("To translate", 1)], index.Answer("").Facets.Single(facet => facet.Name == "tag").Values);
        Assert.Equal(["To translate", "new"], index.Answer("pump").Hits.Single().Concept.Tags);
        Assert.Equal([new FacetValue("Flow", 1)], index.Answer("").Facets.Single(facet => facet.Name == "subject").Values);
    }

    [Fact]
    public void A_facet_is_counted_without_its_own_filter()
    {
        using var index = new TestIndex(
            Concept("pump") with { State = TermState.Approved },
            Concept("feed pump"),
            Concept("pumpe", "de") with { Terms = [Term("pumpe", "de"), Term("pump")] });

        var answer = index.Answer("pump", new SearchFilter { States = [TermState.Approved] });

        Assert.Equal(1, answer.Total);
        Assert.Equal([new FacetValue("Candidate", 2), new FacetValue("Approved", 1)], answer.Facets.Single(facet => facet.Name == "state").Values);
        Assert.Equal([new FacetValue("en", 1)], answer.Facets.Single(facet => facet.Name == "language").Values);
        Assert.Equal(
            [new FacetValue("en", 3), new FacetValue("de", 1)],
            index.Answer("pump").Facets.Single(facet => facet.Name == "language").Values);
    }

    [Fact]
    public void Snippets_show_the_words_where_they_stand()
    {
        var definition = string.Concat(Enumerable.Repeat("This sentence says nothing at all. ", 20)) + "It moves Flüssigkeiten by pumping. " + new string('x', 300);
        using var index = new TestIndex(Concept("Kreiselpumpe", "de") with
        {
            Terms = [Term("Kreiselpumpe", "de"), Term("centrifugal pump")],
            Definitions = [new Definition(definition, null)],
        });

        var snippets = index.Answer("pump OR flussigkeit").Hits.Single().Snippets;

        Assert.All(snippets, snippet => Assert.All(snippet.Matches, match => Assert.InRange(match.Start + match.Length, 1, snippet.Text.Length)));
        Assert.Equal(
            [("term", "de", "Kreiselpumpe"), ("term", "en", "pump"), ("definition", null, "Flüssigkeiten")],
            snippets.Select(snippet => (snippet.Field, snippet.Language, snippet.Text.Substring(snippet.Matches[0].Start, snippet.Matches[0].Length))));
        var passage = snippets[^1];
        Assert.Equal(definition.Substring(passage.Start, passage.Text.Length), passage.Text);
        Assert.InRange(passage.Text.Length, 1, 240);
    }

    [Fact]
    public void What_is_misspelt_is_proposed_as_it_is_written()
    {
        using var index = new TestIndex(Concept("centrifugal pump"), Concept("check valve"));

        Assert.Equal("centrifugal pump", index.Answer("centrifugla pump").DidYouMean);
        Assert.Equal("\"x\" OR centrifugal", index.Answer("\"x\" OR centrifugla").DidYouMean);
        Assert.Null(index.Answer("pump").DidYouMean);
        Assert.Null(index.Answer("qqqqqqqq").DidYouMean);
    }

    [Fact]
    public void What_is_typed_is_completed_to_terms()
    {
        using var index = new TestIndex(
            Concept("centrifugal pump", score: 0.2), Concept("pump casing"), Concept("pump"), Concept("check valve"),
            Concept("Pumpe", "de") with { Terms = [Term("Pumpe", "de"), Term("PUMP")] });

        Assert.Equal(["pump", "pump casing"], index.Suggest("pump").Take(2));
        Assert.Contains("centrifugal pump", index.Suggest("pu"));
        Assert.Equal(["centrifugal pump"], index.Suggest("centrifugal p"));
        Assert.Empty(index.Suggest(" "));
        Assert.Equal(index.Suggest("pu").Length, index.Suggest("pu").Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Pages_hold_every_hit_once_in_one_order()
    {
        // Equal scores and equal beginnings: only the ids tell them apart.
        Concept[] concepts = [.. Enumerable.Range(0, 97).Select(i => Concept("pump") with { Id = $"id-{i * 31 % 97:D3}" })];
        using var index = new TestIndex(concepts);

        var ids = new List<string>();
        string? after = null;
        do
        {
            var page = index.Answer("pump", top: 10, after: after);
            Assert.Equal(97, page.Total);
            ids.AddRange(page.Hits.Select(hit => hit.Concept.Id));
            after = page.After;
        }
        while (after is not null);

        Assert.Equal(concepts.Select(concept => concept.Id).Order(StringComparer.Ordinal), ids);
    }

    [Theory]
    [InlineData(SearchOrder.Name, "centrifugal blower", "centrifugal pump", "Élan", "Ölpumpe", "zinc")]
    [InlineData(SearchOrder.Score, "zinc", "centrifugal pump", "Ölpumpe", "Élan", "centrifugal blower")]
    public void A_list_has_the_order_that_was_asked_for_on_every_page(SearchOrder order, params string[] expected)
    {
        using var index = new TestIndex(
            Concept("zinc", score: 0.9), Concept("centrifugal pump", score: 0.8), Concept("Ölpumpe", "de", 0.7), Concept("Élan", score: 0.6), Concept("centrifugal blower", score: 0.5));

        var found = new List<string>();
        string? after = null;
        do
        {
            var page = index.Index.Search(new SearchRequest { Order = order, Top = 2, After = after }, CancellationToken.None);
            found.AddRange(page.Hits.Select(hit => hit.Concept.Text));
            after = page.After;
        }
        while (after is not null);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Changes_are_found_at_once_and_what_is_gone_is_not()
    {
        using var index = new TestIndex(Concept("pump"), Concept("valve"));

        index.Index.Apply([Concept("pump") with { Terms = [Term("blower")] }, Concept("shaft")], ["id-valve", "id-unknown"], 9);

        Assert.Equal((9, 2), (index.Index.ChangeNumber, index.Index.Concepts));
        Assert.Equal(["blower", "shaft"], index.Find("").Order(StringComparer.Ordinal));
        Assert.Empty(index.Find("valve"));
        Assert.Empty(index.Find("pump"));
    }

    [Fact]
    public void A_saved_index_is_the_same_and_goes_on()
    {
        using var index = new TestIndex(Concept("pump"), Concept("valve"));
        index.Index.Apply([Concept("shaft")], ["id-valve"], 7);

        index.Reopen().Reopen();

        Assert.Equal(7, index.Index.ChangeNumber);
        Assert.Equal(["pump", "shaft"], index.Find("").Order(StringComparer.Ordinal));
        index.Index.Apply([Concept("valve")], [], 8);
        Assert.Equal(["valve"], index.Find("valve"));
    }

    [Fact]
    public void A_stream_that_is_no_index_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("glossary-search-");
        using (var factory = new LuceneTermIndexFactory(folder.FullName, 16))
        {
            Assert.Throws<InvalidDataException>(() => factory.Restore(new MemoryStream("no archive"u8.ToArray())));
            Assert.Throws<InvalidDataException>(() => factory.Restore(new MemoryStream()));
            Assert.Throws<InvalidDataException>(() => factory.Restore(new MemoryStream(new byte[2048])));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void Hits_show_what_lists_show()
    {
        var rejection = new Rejection(RejectionReason.Damaged, "cut", "ada", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var concept = Concept("PCR", score: 0.75) with
        {
            State = TermState.Rejected,
            Rejection = rejection,
            Documents = 3,
            Definitions = [new Definition("A method.", "ISO 1"), new Definition("Another.", null)],
            Terms = [Term("PCR", score: 0.75) with { Type = CandidateType.Abbreviation, FullForm = "polymerase chain reaction", Frequency = 300 }],
        };
        using var index = new TestIndex(concept);

        Assert.Equal(ConceptRow.Of(concept), index.Answer("polymerase").Hits.Single().Concept);
    }
}
