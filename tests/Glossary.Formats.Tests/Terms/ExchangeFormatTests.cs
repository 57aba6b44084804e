using System.Diagnostics;
using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Glossary.Formats.Terms;

namespace Glossary.Formats.Tests.Terms;

/// <summary>The formats that other programs read: workbooks and TBX.</summary>
public sealed class ExchangeFormatTests
{
    private static readonly XNamespace Tbx = "urn:iso:std:iso:30042:ed-2";

    private static readonly Gen<ConceptEntry> Entries = Gen.Select(Gen.String, Gen.String, Gen.Int[0, 3], Gen.Int[0, 4]).Select((text, note, state, status) => new ConceptEntry
    {
        Id = "01J",
        State = "approved",
        SubjectField = note,
        Definitions = [new EntryDefinition(text, note), new EntryDefinition(note, null)],
        Note = note,
        Tags = state == 3 ? [] : [note, "=1+2"],
        Terms =
        [
            Term("en", text + "a", "approved", status < 4 ? ((string[])["preferred", "admitted", "deprecated", "superseded"])[status] : null),
            Term("de", "=1+1", state == 0 ? "rejected" : "candidate", null) with { Forbidden = state == 2, Type = state == 1 ? "symbol" : "abbreviation" },
            Term("en", "b" + note, "approved", "admitted"),
        ],
    });

    [Fact]
    public async Task A_workbook_is_valid_and_a_formula_is_text_in_it() => await Entries.SampleAsync(
        async entry =>
        {
            using var stream = await WriteAsync("xlsx", entry);
            using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).Select(error => error.Description));
            var cells = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
            Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
            var formula = Assert.Single(cells, cell => cell.InnerText == "=1+1");
            Assert.Equal(CellValues.InlineString, formula.DataType!.Value);
        },
        iter: 30);

    [Fact]
    public async Task A_TBX_file_has_each_term_under_its_language_with_the_words_of_the_dialect() => await Entries.SampleAsync(
        async entry =>
        {
            using var stream = await WriteAsync("tbx", entry);
            var root = XDocument.Load(stream).Root!;
            Assert.Equal((Tbx + "tbx", "TBX-Basic", "dca"), (root.Name, root.Attribute("type")!.Value, root.Attribute("style")!.Value));
            var concept = Assert.Single(root.Descendants(Tbx + "conceptEntry"));
            var languages = concept.Elements(Tbx + "langSec").Select(section => section.Attribute(XNamespace.Xml + "lang")!.Value).ToList();
            Assert.Equal(entry.Terms.Where(term => term.State != "rejected").Select(term => term.Language).Distinct(), languages);
            Assert.Equal(entry.Terms.Count(term => term.State != "rejected"), concept.Descendants(Tbx + "term").Count());
            Assert.All(concept.Descendants(Tbx + "termNote"), note => Assert.Contains(
                (note.Attribute("type")!.Value, note.Value),
                new[]
                {
                    ("partOfSpeech", "noun"), ("termType", "fullForm"), ("termType", "abbreviation"), ("administrativeStatus", "preferredTerm-admn-sts"),
                    ("administrativeStatus", "admittedTerm-admn-sts"), ("administrativeStatus", "deprecatedTerm-admn-sts"), ("administrativeStatus", "supersededTerm-admn-sts"),
                }));
            Assert.All(concept.Descendants(Tbx + "descripGrp"), group => Assert.Single(group.Elements(Tbx + "descrip")));
        },
        iter: 200);

    [Fact]
    public async Task A_concept_whose_terms_are_all_rejected_is_not_in_a_TBX_file()
    {
        using var stream = await WriteAsync("tbx", new ConceptEntry { Id = "1", State = "rejected", Terms = [Term("en", "a", "rejected", null)] });
        Assert.Empty(XDocument.Load(stream).Descendants(Tbx + "conceptEntry"));
    }

    [Fact]
    public async Task Jing_finds_nothing_in_a_TBX_file()
    {
        Assert.SkipUnless(HasJing(), "jing is not installed.");
        var path = Path.GetTempFileName();
        try
        {
            await using (var file = File.Create(path))
            {
                using var stream = await WriteAsync("tbx", Entries.Array[40, 40].Single());
                await stream.CopyToAsync(file, TestContext.Current.CancellationToken);
            }

            var (code, said) = Jing("-c", Path.Combine(AppContext.BaseDirectory, "Terms", "tbx-core.rnc"), path);
            Assert.True(code == 0, said);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_XML_forbids_is_left_out_and_nothing_else()
    {
        Gen.String.Sample(text => Assert.DoesNotContain(XmlText.Clean(text), character => character < ' ' && character is not ('\t' or '\n' or '\r')));
        Assert.Equal("a😀b", XmlText.Clean("a😀b"));
        Assert.Equal("a😀b😀", XmlText.Clean("\u0001a😀\uD83Db😀\uFFFF"));
    }

    private static EntryTerm Term(string language, string text, string state, string? status) => new()
    {
        Language = language,
        Text = text,
        Type = "fullForm",
        PartOfSpeech = "noun",
        State = state,
        Status = status,
        Contexts = [new EntryContext("The pump runs.", "a.pdf", 3), new EntryContext("A pump.", "b.xlsx", 1, "Sheet, B7")],
    };

    private static bool HasJing()
    {
        try
        {
            return Jing("-h").Code >= 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Said) Jing(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("jing", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static async Task<MemoryStream> WriteAsync(string format, params ConceptEntry[] entries)
    {
        var stream = new MemoryStream();
        await using (var writer = TermFormat.Find(format)!.Open!(stream, new ExportHeader("Pumps & \u0001 valves", DateTimeOffset.UnixEpoch)))
        {
            foreach (var (entry, index) in entries.Select((entry, index) => (entry, index)))
            {
                await writer.WriteAsync(entry with { Id = $"{entry.Id}{index}" }, TestContext.Current.CancellationToken);
            }

            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        stream.Position = 0;
        return stream;
    }
}
