using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Kernel.Termbases;

/// <summary>What people say about concepts. It is only added to, and decides nothing, so it is no change of the glossary.</summary>
public sealed class CommentStore(RecordStores stores, TimeProvider clock)
{
    /// <summary>Adds a comment.</summary>
    public async Task<Comment> AddAsync(string glossary, string conceptId, string text, string by, string name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var comment = new Comment(Ulid.NewUlid(now).ToString(), text, by, name, now);
        await stores.Terms.CommitAsync(
            glossary, [RecordWrite.Insert(TermKeys.Comment(conceptId, comment.Id), JsonSerializer.Serialize(comment, StoreJson.Default.Comment))], cancellationToken);
        return comment;
    }

    /// <summary>A page of the comments of a concept, oldest first; those of concepts that were merged into it come before its own.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="top">Most comments wanted.</param>
    /// <param name="after">Where the page before ended, or null.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<(IReadOnlyList<Comment> Comments, string? After)> ListAsync(
        string glossary, Concept concept, int top, string? after, CancellationToken cancellationToken)
    {
        // The terms of a merged concept say where they are from.
        var sources = concept.Terms.Concat(concept.Former).Select(term => term.Home).OfType<string>().Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Append(concept.Id).ToList();
        var from = after is null ? 0 : sources.FindIndex(source => after.StartsWith(TermKeys.Comment(source, string.Empty), StringComparison.Ordinal));
        var comments = new List<Comment>();
        for (var i = Math.Max(0, from); i < sources.Count; i++)
        {
            var page = await stores.Terms.ListAsync(
                glossary, TermKeys.AllComments(sources[i]), top - comments.Count, i == from ? after : null, cancellationToken);
            comments.AddRange(page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.Comment)!));
            if (page.After is not null)
            {
                return (comments, page.After);
            }

            if (comments.Count == top && i + 1 < sources.Count)
            {
                return (comments, TermKeys.Comment(sources[i + 1], string.Empty));
            }
        }

        return (comments, null);
    }
}

/// <summary>What a person said about a concept.</summary>
/// <param name="Id">ULID.</param>
/// <param name="Text">The text.</param>
/// <param name="By">Id of the person.</param>
/// <param name="Name">Name of the person at that time.</param>
/// <param name="At">UTC.</param>
public sealed record Comment(string Id, string Text, string By, string Name, DateTimeOffset At);
