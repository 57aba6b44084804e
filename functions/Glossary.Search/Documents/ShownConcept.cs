using System.Buffers.Binary;
using System.Text;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.Search.Documents;

/// <summary>What a hit shows of a concept, and the texts that snippets are cut from.</summary>
internal sealed record ShownConcept
{
    /// <summary>The concept as lists show it.</summary>
    public required ConceptRow Row { get; init; }

    /// <summary>Its terms, with their languages.</summary>
    public required IReadOnlyList<(string Language, string Text)> Terms { get; init; }

    /// <summary>Its definitions.</summary>
    public required IReadOnlyList<string> Definitions { get; init; }

    /// <summary>Its note; empty for none.</summary>
    public required string Note { get; init; }

    /// <summary>Its subject field; empty for none.</summary>
    public required string SubjectField { get; init; }

    /// <summary>Values of the glossary's own fields.</summary>
    public required IReadOnlyList<string> CustomFields { get; init; }

    /// <summary>Reads what <see cref="ShownConceptWriter"/> has written.</summary>
    public static ShownConcept Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new FieldReader(bytes);
        var id = reader.Text();
        var head = (State: (TermState)reader.Number(), Type: (CandidateType)reader.Number(), Score: reader.Real(), Frequency: reader.Number(), Documents: reader.Number());
        var rejection = reader.Number() == 0 ? null : new Rejection(
            (RejectionReason)reader.Number(), NullIfEmpty(reader.Text()), reader.Text(), new DateTimeOffset(reader.Long(), TimeSpan.Zero));
        var (fullForm, abbreviation) = (NullIfEmpty(reader.Text()), NullIfEmpty(reader.Text()));
        var tags = reader.Texts();
        var terms = new (string Language, string Text)[reader.Number()];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = (reader.Text(), reader.Text());
        }

        var definitions = reader.Texts();
        return new ShownConcept
        {
            Row = new ConceptRow(
                id, terms[0].Text, terms[0].Language, head.Type, fullForm, abbreviation, head.State, head.Score, head.Frequency, head.Documents,
                definitions.Length > 0 ? definitions[0] : null, rejection, tags.Length > 0 ? tags : null),
            Terms = terms,
            Definitions = definitions,
            Note = reader.Text(),
            SubjectField = reader.Text(),
            CustomFields = reader.Texts(),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private ref struct FieldReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public int Number()
        {
            var (value, shift) = (0, 0);
            byte part;
            do
            {
                part = rest[0];
                rest = rest[1..];
                value |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);
            return value;
        }

        public long Long()
        {
            var value = BinaryPrimitives.ReadInt64LittleEndian(rest);
            rest = rest[8..];
            return value;
        }

        public double Real() => BitConverter.Int64BitsToDouble(Long());

        public string[] Texts()
        {
            var texts = new string[Number()];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = Text();
            }

            return texts;
        }

        public string Text()
        {
            var length = Number();
            var text = Encoding.UTF8.GetString(rest[..length]);
            rest = rest[length..];
            return text;
        }
    }
}
