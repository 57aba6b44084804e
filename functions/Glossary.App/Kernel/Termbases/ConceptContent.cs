using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Kernel.Termbases;

/// <summary>The part of a concept that people decide. Figures and sentences are not in it: they follow from the documents.</summary>
public sealed record ConceptContent
{
    /// <summary>Most terms of a concept.</summary>
    public const int MostTerms = 100;

    /// <summary>Most definitions of a concept.</summary>
    public const int MostDefinitions = 20;

    /// <summary>What was decided.</summary>
    public TermState State { get; init; }

    /// <summary>Why it was rejected, where it is.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Definitions, the first one shown first.</summary>
    public IReadOnlyList<Definition> Definitions { get; init; } = [];

    /// <summary>Subject field.</summary>
    public string? SubjectField { get; init; }

    /// <summary>Free note.</summary>
    public string? Note { get; init; }

    /// <summary>Values of the glossary's own fields by their names, as text; see <see cref="CustomField"/>.</summary>
    public IReadOnlyDictionary<string, string> CustomFields { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Id of the person who shall look after it.</summary>
    public string? Assignee { get; init; }

    /// <summary>Free words that it is found and grouped by, see <see cref="ConceptTags"/>; null for none.</summary>
    public IReadOnlyList<string>? Tags { get; init => field = value is { Count: > 0 } ? value : null; }

    /// <summary>Its terms; the first one names it.</summary>
    public required IReadOnlyList<TermContent> Terms { get; init; }

    /// <summary>How it is related to others.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];

    /// <summary>Where it went, or null while it stands in the lists.</summary>
    public Departure? Departure { get; init; }

    /// <summary>What people decided of a concept.</summary>
    public static ConceptContent Of(Concept concept) => new()
    {
        State = concept.State,
        Rejection = concept.Rejection,
        Definitions = concept.Definitions,
        SubjectField = concept.SubjectField,
        Note = concept.Note,
        CustomFields = concept.CustomFields,
        Assignee = concept.Assignee,
        Tags = concept.Tags,
        Relations = concept.Relations,
        Departure = concept.Departure,
        Terms = [.. concept.Terms.Select(term => new TermContent
        {
            Language = term.Language,
            Key = term.Key,
            Text = term.Text,
            PartOfSpeech = term.PartOfSpeech,
            Type = term.Type,
            State = term.State,
            Status = term.Status,
            Forbidden = term.Forbidden,
            Origin = term.Origin,
        })],
    };

    /// <summary>The concept with this content.</summary>
    /// <param name="concept">The concept as it is.</param>
    /// <param name="terms">Its terms by this content, with their figures.</param>
    public Concept ApplyTo(Concept concept, IReadOnlyList<Term> terms) => concept with
    {
        State = State,
        Rejection = Rejection,
        Definitions = Definitions,
        SubjectField = SubjectField,
        Note = Note,
        CustomFields = CustomFields,
        Assignee = Assignee,
        Tags = Tags,
        Relations = Relations,
        Departure = Departure,
        Terms = terms,
    };

    /// <summary>This content in another state: the terms that were in the old one go along.</summary>
    /// <param name="state">The state.</param>
    /// <param name="rejection">Why, for a rejection.</param>
    public ConceptContent In(TermState state, Rejection? rejection) => this with
    {
        State = state,
        Rejection = state == TermState.Rejected ? rejection : null,
        Terms = Ranked([.. Terms.Select(term => term.State == State ? term with { State = state } : term)]),
    };

    /// <summary>This content with what another one has: its terms as variants, its definitions, tags and relations after the own ones.</summary>
    public ConceptContent With(ConceptContent other) => this with
    {
        Definitions = [.. Definitions, .. other.Definitions.Where(definition => !Definitions.Contains(definition))],
        SubjectField = SubjectField ?? other.SubjectField,
        Note = Note is null || other.Note is null || Note == other.Note ? Note ?? other.Note : $"{Note}\n\n{other.Note}",
        CustomFields = new SortedDictionary<string, string>(
            other.CustomFields.Where(field => !CustomFields.ContainsKey(field.Key)).Concat(CustomFields).ToDictionary(), StringComparer.Ordinal),
        Assignee = Assignee ?? other.Assignee,
        Tags = ConceptTags.With(Tags, other.Tags),
        Relations = [.. Relations, .. other.Relations.Where(relation => !Relations.Any(each => (each.Kind, each.ConceptId) == (relation.Kind, relation.ConceptId)))],
        Terms = Ranked([.. Terms, .. other.Terms.Select(term => term with
        {
            State = term.State == other.State ? State : term.State,
            Status = term.Status == TermStatus.Preferred ? null : term.Status,
        })]),
    };

    /// <summary>Some terms of this content taken out, with definitions of their own. Both keep the tags; relations stay.</summary>
    /// <param name="goes">Whether a term goes.</param>
    /// <param name="definitions">Whether the definition of a number, from 0, goes.</param>
    public (ConceptContent Stays, ConceptContent Goes) Split(Func<TermContent, bool> goes, Func<int, bool> definitions) => (
        this with
        {
            Definitions = [.. Definitions.Where((_, index) => !definitions(index))],
            Terms = Ranked([.. Terms.Where(term => !goes(term))]),
        },
        new ConceptContent
        {
            State = State,
            Rejection = Rejection,
            Definitions = [.. Definitions.Where((_, index) => definitions(index))],
            SubjectField = SubjectField,
            Assignee = Assignee,
            Tags = Tags,
            Terms = Ranked([.. Terms.Where(goes).Select(term => term.Status == TermStatus.Admitted ? term with { Status = null } : term)]),
        });

    /// <summary>Whether two contents say the same.</summary>
    public bool Says(ConceptContent other) =>
        JsonSerializer.Serialize(this, StoreJson.Default.ConceptContent) == JsonSerializer.Serialize(other, StoreJson.Default.ConceptContent);

    // An approved term has a rank: the first one of a language is preferred where none is. No other term has one.
    private static List<TermContent> Ranked(IReadOnlyList<TermContent> terms)
    {
        var ranked = new List<TermContent>(terms.Count);
        foreach (var term in terms)
        {
            var hasPreferred = terms.Concat(ranked).Any(each =>
                each.Language == term.Language && each is { State: TermState.Approved, Status: TermStatus.Preferred });
            ranked.Add(term.State != TermState.Approved ? term with { Status = null }
                : term.Status is not null ? term
                : term with { Status = hasPreferred || term.Forbidden ? TermStatus.Admitted : TermStatus.Preferred });
        }

        return ranked;
    }
}

/// <summary>The part of a term that people decide.</summary>
public sealed record TermContent
{
    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Key under which it is known in its concept; never changed.</summary>
    public required string Key { get; init; }

    /// <summary>The term in its own casing.</summary>
    public required string Text { get; init; }

    /// <summary>ISO 30042 part of speech.</summary>
    public required string PartOfSpeech { get; init; }

    /// <summary>Full form, abbreviation or symbol.</summary>
    public CandidateType Type { get; init; }

    /// <summary>What was decided.</summary>
    public TermState State { get; init; }

    /// <summary>Rank of an approved term.</summary>
    public TermStatus? Status { get; init; }

    /// <summary>Whether it must not be used.</summary>
    public bool Forbidden { get; init; }

    /// <summary>How it came here.</summary>
    public TermOrigin Origin { get; init; }

    /// <summary>The term with this content; one that is known keeps its figures and keys.</summary>
    internal Term ApplyTo(Term? known) => (known ?? new Term { Language = Language, Key = Key, Text = Text, PartOfSpeech = PartOfSpeech, Type = Type }) with
    {
        Text = Text,
        PartOfSpeech = PartOfSpeech,
        Type = Type,
        State = State,
        Status = Status,
        Forbidden = Forbidden,
        Origin = Origin,
    };
}

/// <summary>Why a concept was rejected, by whom and when.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Note">In a person's own words.</param>
/// <param name="By">Id of the person.</param>
/// <param name="At">UTC.</param>
public sealed record Rejection(RejectionReason Reason, string? Note, string By, DateTimeOffset At);

/// <summary>Why a candidate is no term of the glossary.</summary>
public enum RejectionReason
{
    /// <summary>No reason was given.</summary>
    None,

    /// <summary>A word of general language.</summary>
    GeneralWord,

    /// <summary>A part of a term, or a term with something that does not belong to it.</summary>
    Fragment,

    /// <summary>The name of a person, a firm or a place.</summary>
    ProperName,

    /// <summary>A term of another field.</summary>
    OutOfScope,

    /// <summary>Text that was read wrongly.</summary>
    Damaged,

    /// <summary>Something else.</summary>
    Other,
}
