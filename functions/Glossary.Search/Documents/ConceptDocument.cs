using System.Text;
using Glossary.App.Kernel.Termbases;
using Glossary.Search.Analysis;
using Glossary.Search.Matching;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Glossary.Search.Documents;

/// <summary>
/// Makes the document of a concept. All fields and buffers are used again for the next concept, so that filling an index leaves nothing to
/// collect. For one thread at a time.
/// </summary>
internal sealed class ConceptDocument : IDisposable
{
    // Wider than any slop, so that no phrase reaches from one term or definition into the next.
    private const int Gap = 100;
    private const int LongestName = 200;

    private readonly WordAnalysis analysis = new();
    private readonly ShownConceptWriter shown = new();
    private readonly TokenList id = new();
    private readonly TokenList name = new();
    private readonly TokenList term = new();
    private readonly TokenList compound = new();
    private readonly TokenList definition = new();
    private readonly TokenList note = new();
    private readonly TokenList subject = new();
    private readonly TokenList custom = new();
    private readonly (TokenList Tokens, Field Field)[] indexed;
    private readonly BytesRef placeBytes = new(64);
    private readonly BytesRef profileBytes = new(64);
    private readonly BytesRef shownBytes = new();
    private readonly BinaryDocValuesField place;
    private readonly SortedDocValuesField profile;
    private readonly NumericDocValuesField score = new(IndexFields.Score, 0);
    private readonly NumericDocValuesField order = new(IndexFields.Order, 0);
    private readonly StoredField stored;
    private readonly List<IIndexableField> fields = [];
    private readonly char[] wholeName = new char[LongestName];

    public ConceptDocument()
    {
        place = new BinaryDocValuesField(IndexFields.Place, placeBytes);
        profile = new SortedDocValuesField(IndexFields.Profile, profileBytes);
        stored = new StoredField(IndexFields.Shown, shownBytes);
        indexed =
        [
            (id, new Field(IndexFields.Id, id, IndexFields.Keys)),
            (name, new Field(IndexFields.Name, name, IndexFields.Keys)),
            (term, new Field(IndexFields.Term, term, IndexFields.Words)),
            (compound, new Field(IndexFields.Compound, compound, IndexFields.Keys)),
            (definition, new Field(IndexFields.Definition, definition, IndexFields.Words)),
            (note, new Field(IndexFields.Note, note, IndexFields.Words)),
            (subject, new Field(IndexFields.Subject, subject, IndexFields.Words)),
            (custom, new Field(IndexFields.Custom, custom, IndexFields.Words)),
        ];
    }

    /// <summary>The document, which is valid until the next one is made.</summary>
    public IEnumerable<IIndexableField> Of(Concept concept)
    {
        foreach (var (tokens, _) in indexed)
        {
            tokens.Clear();
        }

        id.Add(concept.Id, 1);
        AddTerms(concept);
        var rules = LanguagesOfWords.RulesOf(concept.Head.Language);
        foreach (var each in concept.Definitions)
        {
            AddText(definition, each.Text, rules);
        }

        AddText(note, concept.Note, rules);
        AddText(subject, concept.SubjectField, rules);
        foreach (var (_, value) in concept.CustomFields)
        {
            AddText(custom, value, rules);
        }

        FillColumns(concept);
        return Fields();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        analysis.Dispose();
        id.Dispose();
        name.Dispose();
        term.Dispose();
        compound.Dispose();
        definition.Dispose();
        note.Dispose();
        subject.Dispose();
        custom.Dispose();
    }

    private List<IIndexableField> Fields()
    {
        fields.Clear();
        foreach (var (tokens, field) in indexed)
        {
            if (tokens.Count > 0)
            {
                fields.Add(field);
            }
        }

        fields.Add(place);
        fields.Add(profile);
        fields.Add(score);
        fields.Add(order);
        fields.Add(stored);
        return fields;
    }

    private void AddTerms(Concept concept)
    {
        var terms = concept.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            var rules = LanguagesOfWords.RulesOf(terms[i].Language);
            var length = AddTerm(terms[i].Text, rules);
            if (i == 0)
            {
                FillPlace(wholeName.AsSpan(0, length), concept.Id);
            }

            AddTerm(terms[i].FullForm, rules);
            AddTerm(terms[i].Abbreviation, rules);
        }
    }

    private int AddTerm(string? text, LanguageRules rules)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        var words = new WordReader(text);
        var (places, length) = (term.Count == 0 ? 1 : Gap, 0);
        while (words.Next())
        {
            var forms = analysis.Of(words.Word, rules);
            Add(term, forms, places);
            places = 1;
            if (forms.IsCompound)
            {
                compound.Add(forms.Word, 1);
            }

            if (length + forms.Word.Length + 1 <= LongestName)
            {
                if (length > 0)
                {
                    wholeName[length++] = ' ';
                }

                forms.Word.CopyTo(wholeName.AsSpan(length));
                length += forms.Word.Length;
            }
        }

        if (length > 0)
        {
            name.Add(wholeName.AsSpan(0, length), 1);
        }

        return length;
    }

    private void AddText(TokenList tokens, string? text, LanguageRules rules)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var words = new WordReader(text);
        var places = tokens.Count == 0 ? 1 : Gap;
        while (words.Next())
        {
            Add(tokens, analysis.Of(words.Word, rules), places);
            places = 1;
        }
    }

    private static void Add(TokenList tokens, WordForms forms, int places)
    {
        tokens.Add(forms.Word, places);
        if (forms.Stem is { } stem)
        {
            tokens.Add(stem, 0, WordForms.StemMark);
        }
    }

    private void FillColumns(Concept concept)
    {
        var written = ConceptProfile.Write(concept);
        Reserve(profileBytes, Encoding.UTF8.GetMaxByteCount(written.Length));
        profileBytes.Length = Encoding.UTF8.GetBytes(written, profileBytes.Bytes);
        score.SetInt64Value(BitConverter.SingleToInt32Bits((float)concept.Score));
        shown.Write(concept);
        shownBytes.Bytes = shown.Buffer;
        shownBytes.Length = shown.Length;
    }

    private void FillPlace(ReadOnlySpan<char> name, string conceptId)
    {
        Reserve(placeBytes, Encoding.UTF8.GetMaxByteCount(name.Length + conceptId.Length) + 1);
        var length = Encoding.UTF8.GetBytes(name, placeBytes.Bytes);
        placeBytes.Bytes[length++] = HitPosition.Separator;
        length += Encoding.UTF8.GetBytes(conceptId, placeBytes.Bytes.AsSpan(length));
        placeBytes.Length = length;
        order.SetInt64Value(HitPosition.OrderOf(placeBytes.Bytes.AsSpan(0, length)));
    }

    private static void Reserve(BytesRef bytes, int most)
    {
        if (bytes.Bytes.Length < most)
        {
            bytes.Bytes = new byte[most];
        }
    }
}
