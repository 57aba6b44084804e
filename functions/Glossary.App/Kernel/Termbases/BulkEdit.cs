namespace Glossary.App.Kernel.Termbases;

/// <summary>What a person does to many concepts at once.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Decision">The decision, for <see cref="BulkAction.Decide"/>.</param>
/// <param name="Value">The assignee or the subject field; null clears it.</param>
/// <param name="Tags">The tags, for <see cref="BulkAction.Tag"/> and <see cref="BulkAction.Untag"/>.</param>
public sealed record BulkEdit(BulkAction Action, Decision? Decision = null, string? Value = null, IReadOnlyList<string>? Tags = null)
{
    /// <summary>What the concept's content becomes, or null where it is so already.</summary>
    /// <param name="concept">The concept.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="at">UTC.</param>
    public ConceptContent? Of(Concept concept, string by, DateTimeOffset at)
    {
        var content = ConceptContent.Of(concept);
        return Action switch
        {
            BulkAction.Decide when concept.State == Decision!.State => null,
            BulkAction.Decide => content.In(
                Decision!.State, Decision.State == TermState.Rejected ? new Rejection(Decision.Reason, Decision.Note, by, at) : null),
            BulkAction.Assign => content.Assignee == Value ? null : content with { Assignee = Value },
            BulkAction.SetSubjectField => content.SubjectField == Value ? null : content with { SubjectField = Value },
            BulkAction.Tag => Tagged(content, ConceptTags.With(content.Tags, Tags)),
            BulkAction.Untag => Tagged(content, ConceptTags.Without(content.Tags, Tags ?? [])),
            _ => content with { Departure = new Departure(DepartureKind.Deleted) },
        };
    }

    /// <summary>What the log calls it.</summary>
    public ChangeKind Kind => Action switch
    {
        BulkAction.Decide => ChangeKind.Decided,
        BulkAction.Delete => ChangeKind.Deleted,
        _ => ChangeKind.Edited,
    };

    private static ConceptContent? Tagged(ConceptContent content, IReadOnlyList<string> tags) =>
        tags.Count == (content.Tags?.Count ?? 0) ? null : content with { Tags = tags };
}

/// <summary>What is done to many concepts at once.</summary>
public enum BulkAction
{
    /// <summary>They are approved, rejected or reopened.</summary>
    Decide,

    /// <summary>Somebody shall look after them.</summary>
    Assign,

    /// <summary>They get a subject field.</summary>
    SetSubjectField,

    /// <summary>They get tags; one that would have too many stays as it is.</summary>
    Tag,

    /// <summary>Tags are taken off them.</summary>
    Untag,

    /// <summary>They stand in no list any more, until that is taken back.</summary>
    Delete,
}
