using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Glossary.Search.Documents;

/// <summary>Fields of the index. There are no norms: how good a hit is follows from where the words stand, and not from how long a text is.</summary>
internal static class IndexFields
{
    /// <summary>Id of the concept.</summary>
    public const string Id = "id";

    /// <summary>Each term as a whole: its words folded, parted by spaces.</summary>
    public const string Name = "name";

    /// <summary>Words of the terms, their full forms and abbreviations.</summary>
    public const string Term = "term";

    /// <summary>Words that may be put together of others.</summary>
    public const string Compound = "compound";

    /// <summary>Words of the definitions.</summary>
    public const string Definition = "definition";

    /// <summary>Words of the note.</summary>
    public const string Note = "note";

    /// <summary>Words of the subject field.</summary>
    public const string Subject = "subject";

    /// <summary>Words of the values of the glossary's own fields.</summary>
    public const string Custom = "custom";

    /// <summary>Column: what filters and facets ask for, see <see cref="ConceptProfile"/>.</summary>
    public const string Profile = "profile";

    /// <summary>Column: score in 0–1 as the bits of a float.</summary>
    public const string Score = "score";

    /// <summary>Column: the concept's place among all, its name and then its id, see <see cref="Matching.HitPosition"/>.</summary>
    public const string Place = "place";

    /// <summary>Column: the first eight bytes of that place, which tell most of them apart.</summary>
    public const string Order = "order";

    /// <summary>What a hit shows, see <see cref="ShownConcept"/>.</summary>
    public const string Shown = "shown";

    /// <summary>Fields of words, the best first.</summary>
    public static IReadOnlyList<string> Texts { get; } = [Term, Definition, Note, Subject, Custom];

    /// <summary>A field whose tokens are only there or not.</summary>
    public static FieldType Keys { get; } = Freeze(IndexOptions.DOCS_ONLY);

    /// <summary>A field whose tokens have places, for phrases.</summary>
    public static FieldType Words { get; } = Freeze(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private static FieldType Freeze(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
