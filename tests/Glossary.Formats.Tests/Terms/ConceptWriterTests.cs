using System.Text;
using System.Text.Json;
using CsCheck;
using Glossary.Formats.Terms;

namespace Glossary.Formats.Tests.Terms;

public sealed class ConceptWriterTests
{
    private static readonly ConceptEntry Pump = new()
    {
        Id = "01J",
        State = "approved",
        SubjectField = "hydraulics",
        Tags = ["new", "to translate"],
        Definitions = [new EntryDefinition("machine that \"moves\" a liquid,\nor a gas", "ISO 17769-1")],
        Terms =
        [
            new EntryTerm
            {
                Language = "en", Text = "pump", Type = "fullForm", PartOfSpeech = "noun", State = "approved", Status = "preferred", Score = 0.875,
                Frequency = 12, Documents = 2, Forms = ["pump", "pumps"], Contexts = [new EntryContext("The pump runs.", "a.pdf", 3)],
            },
            new EntryTerm { Language = "de", Text = "=1+1", Type = "symbol", PartOfSpeech = "noun", State = "candidate" },
        ],
    };

    [Fact]
    public async Task Csv_has_a_row_per_term_and_quotes_what_needs_it()
    {
        var bytes = await WriteAsync("csv", Pump);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Equal(
            "concept,term,language,type,partOfSpeech,state,status,score,frequency,documents,fullForm,abbreviation,subjectField,definition,definitionSource,"
            + "context,contextDocument,contextPage,contextPlace,forms,note,tags\r\n"
            + "01J,pump,en,fullForm,noun,approved,preferred,0.875,12,2,,,hydraulics,\"machine that \"\"moves\"\" a liquid,\nor a gas\",ISO 17769-1,"
            + "The pump runs.,a.pdf,3,,pump | pumps,,new | to translate\r\n"
            + "01J,'=1+1,de,symbol,noun,candidate,,0,0,0,,,hydraulics,\"machine that \"\"moves\"\" a liquid,\nor a gas\",ISO 17769-1,,,,,,,new | to translate\r\n",
            text);
    }

    [Fact]
    public async Task Json_is_complete_and_letters_stay_letters()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync("json", Pump with { Note = "Größe & <b>" }));

        Assert.Contains("Größe & <b>", text);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(1, json.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal("Pumps", json.RootElement.GetProperty("glossary").GetString());
        var entry = json.RootElement.GetProperty("concepts")[0].Deserialize(ConceptEntryJson.Default.ConceptEntry)!;
        Assert.Equal(Pump.Definitions, entry.Definitions);
        Assert.Equal(Pump.Tags, entry.Tags);
        Assert.Equal(Pump.Terms.Select(term => (term.Text, term.Status, term.Frequency)), entry.Terms.Select(term => (term.Text, term.Status, term.Frequency)));
        Assert.Equal(Pump.Terms[0].Contexts, entry.Terms[0].Contexts);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_file_without_concepts_is_whole(string format)
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(format));
        Assert.Contains(format == "csv" ? "concept,term" : "\"concepts\": []", text);
    }

    [Fact]
    public void A_text_that_would_be_a_formula_is_marked_and_comes_back()
    {
        Assert.Equal("'=1+1", SpreadsheetText.Guard("=1+1"));
        Assert.Equal("'-5 °C", SpreadsheetText.Guard("-5 °C"));
        Assert.Equal("pump", SpreadsheetText.Guard("pump"));
        Gen.String.Sample(text => SpreadsheetText.Unguard(SpreadsheetText.Guard(text)!) == text);
        Gen.Select(Gen.Char["=+-@\t\r\n'"], Gen.String).Sample((first, rest) => SpreadsheetText.Unguard(SpreadsheetText.Guard(first + rest)!) == first + rest);
    }

    private static async Task<byte[]> WriteAsync(string format, params ConceptEntry[] entries)
    {
        using var stream = new MemoryStream();
        await using (var writer = TermFormat.Find(format)!.Open!(stream, new ExportHeader("Pumps", DateTimeOffset.UnixEpoch)))
        {
            foreach (var entry in entries)
            {
                await writer.WriteAsync(entry, TestContext.Current.CancellationToken);
            }

            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        return stream.ToArray();
    }
}
