using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Features.Concepts;

/// <summary>A change of a concept as JSON merge patch (RFC 7396): what is missing stays, null removes.</summary>
public sealed record ConceptPatch
{
    /// <summary>Definitions, the first one shown first; at most 20.</summary>
    public IReadOnlyList<Definition>? Definitions { get; init; }

    /// <summary>Subject field.</summary>
    public string? SubjectField { get; init; }

    /// <summary>Free note.</summary>
    public string? Note { get; init; }

    /// <summary>Values of the glossary's own fields by name; null removes one, what is missing stays.</summary>
    public IReadOnlyDictionary<string, string?>? CustomFields { get; init; }

    /// <summary>Id of the person who shall look after it, 1–200 characters.</summary>
    public string? Assignee { get; init; }

    /// <summary>Tags, each 1–50 characters and once whatever its case; at most 20.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>All its terms; the first one names it. At least one, at most 100.</summary>
    public IReadOnlyList<TermPatch>? Terms { get; init; }
}

/// <summary>A term as it shall be.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Text">The term, 1–500 characters.</param>
/// <param name="Key">Key of a term that the concept has; missing for a new one.</param>
/// <param name="PartOfSpeech">noun (the default), adjective, verb, adverb or other.</param>
/// <param name="Type">Full form, abbreviation or symbol.</param>
/// <param name="State">What is decided of it; that of the concept where it is missing.</param>
/// <param name="Status">Rank of an approved term.</param>
/// <param name="Forbidden">Whether it must not be used.</param>
public sealed record TermPatch(
    string Language, string Text, string? Key, string? PartOfSpeech, CandidateType? Type, TermState? State, TermStatus? Status, bool? Forbidden);

/// <summary>A concept that a person found or thought of.</summary>
/// <param name="Text">The term, 1–500 characters.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Approve">With true it is approved at once.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Place">Where the person saw it.</param>
/// <param name="Tags">Its tags, as in <see cref="ConceptPatch"/>.</param>
public sealed record NewConcept(string Text, string Language, bool? Approve, string? Definition, TextPlace? Place, IReadOnlyList<string>? Tags);

/// <summary>A place in the text of a document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Page">1-based page.</param>
/// <param name="Start">UTF-16 offset into the page text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public sealed record TextPlace(string DocumentId, int Page, int Start, int Length);

/// <summary>Concepts to be made one.</summary>
/// <param name="Into">The concept that stays.</param>
/// <param name="Concepts">Ids of 1–20 others, whose terms become its variants.</param>
public sealed record MergeWish(string Into, IReadOnlyList<string> Concepts);

/// <summary>Terms to be made a concept of their own.</summary>
/// <param name="Terms">The terms; at least one stays.</param>
/// <param name="Definitions">Numbers, from 0, of the definitions that go with them.</param>
public sealed record SplitWish(IReadOnlyList<TermName> Terms, IReadOnlyList<int>? Definitions);

/// <summary>A comment to be added.</summary>
/// <param name="Text">1–4,000 characters.</param>
public sealed record NewComment(string Text);

/// <summary>Concepts to be moved.</summary>
/// <param name="Ids">Ids of 1–1,000 concepts, which they keep.</param>
/// <param name="To">Short name of the glossary that they go to.</param>
public sealed record MoveWish(IReadOnlyList<string> Ids, string To);

/// <summary>Names a term of a concept.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Key">Its key.</param>
public sealed record TermName(string Language, string Key);

/// <summary>A concept that was made, or that stays of several.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Change">Number of the change, for undoing it.</param>
public sealed record ConceptMade(string Id, long Change);
