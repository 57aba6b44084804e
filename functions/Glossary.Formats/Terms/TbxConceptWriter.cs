using System.Globalization;
using System.Text;
using System.Xml;

namespace Glossary.Formats.Terms;

/// <summary>
/// TBX-Basic, version 3, in the style DCA (ISO 30042:2019). Rejected terms stay out, and a concept without another term with them.
/// A symbol has no <c>termType</c>, because the dialect's pick list knows none.
/// </summary>
public sealed class TbxConceptWriter : IConceptWriter
{
    private const string Namespace = "urn:iso:std:iso:30042:ed-2";

    private static readonly Dictionary<string, string> Statuses = new()
    {
        ["preferred"] = "preferredTerm-admn-sts",
        ["admitted"] = "admittedTerm-admn-sts",
        ["deprecated"] = "deprecatedTerm-admn-sts",
        ["superseded"] = "supersededTerm-admn-sts",
    };

    private static readonly string[] TermTypes = ["fullForm", "abbreviation"];

    private readonly XmlWriter xml;

    /// <summary>Starts a file on a stream, which stays open.</summary>
    public TbxConceptWriter(Stream stream, ExportHeader header)
    {
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CloseOutput = false, Async = true, NewLineChars = "\n" });
        xml.WriteStartDocument();
        Start("tbx");
        xml.WriteAttributeString("type", "TBX-Basic");
        xml.WriteAttributeString("style", "dca");
        xml.WriteAttributeString("xml", "lang", null, "en");
        Start("tbxHeader");
        Start("fileDesc");
        Start("titleStmt");
        Element("title", header.Glossary);
        xml.WriteEndElement();
        Start("sourceDesc");
        Element("p", string.Create(CultureInfo.InvariantCulture, $"Exported from Glossary, {header.CreatedAt:yyyy-MM-ddTHH:mm:ssZ}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Start("text");
        Start("body");
    }

    /// <inheritdoc />
    public async Task WriteAsync(ConceptEntry entry, CancellationToken cancellationToken)
    {
        var terms = entry.Terms.Where(term => term.State != "rejected").ToList();
        if (terms.Count == 0)
        {
            return;
        }

        Start("conceptEntry");
        xml.WriteAttributeString("id", $"c{entry.Id}");
        if (entry.SubjectField is { } field)
        {
            Typed("descrip", "subjectField", field);
        }

        foreach (var definition in entry.Definitions)
        {
            Described("definition", definition.Text, definition.Source);
        }

        if (entry.Note is { } note)
        {
            Element("note", note);
        }

        if (entry.Tags.Count > 0)
        {
            // The dialect has no category for words that entries are grouped by.
            Element("note", $"Tags: {string.Join(", ", entry.Tags)}");
        }

        foreach (var language in terms.GroupBy(term => term.Language, StringComparer.Ordinal))
        {
            Start("langSec");
            xml.WriteAttributeString("xml", "lang", null, language.Key);
            foreach (var term in language)
            {
                Term(term);
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.FlushAsync();
    }

    /// <inheritdoc />
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await xml.WriteEndDocumentAsync();
        await xml.FlushAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => xml.DisposeAsync();

    private void Term(EntryTerm term)
    {
        Start("termSec");
        Element("term", term.Text);
        Typed("termNote", "partOfSpeech", term.PartOfSpeech);
        if (TermTypes.Contains(term.Type))
        {
            Typed("termNote", "termType", term.Type);
        }

        if (term.Forbidden || term.Status is not null)
        {
            Typed("termNote", "administrativeStatus", term.Forbidden ? Statuses["deprecated"] : Statuses[term.Status!]);
        }

        foreach (var context in term.Contexts)
        {
            Described("context", context.Text, context.Place is { } place
                ? $"{context.Document}, {place}"
                : string.Create(CultureInfo.InvariantCulture, $"{context.Document}, p. {context.Page}"));
        }

        xml.WriteEndElement();
    }

    private void Described(string type, string text, string? source)
    {
        Start("descripGrp");
        Typed("descrip", type, text);
        if (source is not null)
        {
            Typed("admin", "source", source);
        }

        xml.WriteEndElement();
    }

    private void Typed(string name, string type, string text)
    {
        Start(name);
        xml.WriteAttributeString("type", type);
        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }

    private void Element(string name, string text)
    {
        Start(name);
        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }

    private void Start(string name) => xml.WriteStartElement(name, Namespace);
}
