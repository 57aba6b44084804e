using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.Extraction;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>Gives terms their keys, and keeps a key with the concept that had it first.</summary>
internal sealed class AliasBook(IRecordStore terms)
{
    private readonly ConceptRecords concepts = new(terms);

    /// <summary>The content with a key for each new term; every key that a text now has leads to the concept.</summary>
    /// <param name="transaction">Receives the new aliases.</param>
    /// <param name="glossary">Slug.</param>
    /// <param name="conceptId">The concept.</param>
    /// <param name="before">It as it is, or null for a new one.</param>
    /// <param name="after">The content as it shall be; new terms have empty keys.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">409 where a term belongs to another concept.</exception>
    public async Task<ClaimedContent> ClaimAsync(
        TermTransaction transaction, string glossary, string conceptId, Concept? before, ConceptContent after, CancellationToken cancellationToken)
    {
        var claimed = new List<TermContent>(after.Terms.Count);
        var wordings = new List<Wording>();
        foreach (var term in after.Terms)
        {
            var known = before?.Terms.FirstOrDefault(each => each.Language == term.Language && each.Key == term.Key);
            if (known?.Text == term.Text)
            {
                claimed.Add(term);
                continue;
            }

            var key = TermExtractor.KeyOf(term.Text, term.Language);
            if (after.Terms.Any(other => !ReferenceEquals(other, term) && other.Language == term.Language
                && TermExtractor.KeyOf(other.Text, other.Language) == key))
            {
                throw ApiException.Invalid("terms", $"“{term.Text}” stands there twice. Remove one of them.");
            }

            var isNew = await ClaimAsync(transaction, glossary, conceptId, term, key, cancellationToken, known?.Home);
            if (isNew && known is not null)
            {
                wordings.Add(new Wording(known.Language, known.Key, key));
            }

            claimed.Add(known is null ? Unclaimed(term with { Key = key, Origin = TermOrigin.Typed }, claimed, after) : term);
        }

        return new ClaimedContent(after with { Terms = claimed }, wordings);
    }

    // A term that was reworded keeps its first key, so a new term of that wording can't have it for its identity.
    private static TermContent Unclaimed(TermContent term, List<TermContent> claimed, ConceptContent after) =>
        claimed.Concat(after.Terms).Any(each => each.Language == term.Language && each.Key == term.Key)
            ? throw ApiException.Invalid("terms", $"“{term.Text}” is how another term of this concept was found. Give that one its wording back, and add the other wording.")
            : term;

    /// <summary>Lets a key of a term lead to a concept.</summary>
    /// <param name="transaction">Receives the new alias.</param>
    /// <param name="glossary">Slug.</param>
    /// <param name="conceptId">The concept that has the term.</param>
    /// <param name="term">The term.</param>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <param name="home">The merged concept that the term's other keys lead to, so that all go back together; null where they lead to the concept itself.</param>
    /// <returns>True where it led nowhere before.</returns>
    /// <exception cref="ApiException">409 where it leads to another concept.</exception>
    public async Task<bool> ClaimAsync(
        TermTransaction transaction, string glossary, string conceptId, TermContent term, string key, CancellationToken cancellationToken,
        string? home = null)
    {
        var name = TermKeys.Alias(term.Language, key);
        if (await terms.FindAsync(glossary, name, cancellationToken) is not { } record)
        {
            return transaction.Claim(name, home ?? conceptId);
        }

        var owner = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Alias)!.ConceptId;
        var holder = (await concepts.FollowAsync(glossary, owner, cancellationToken))?.Concept;
        if (holder?.Id != conceptId)
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.TermExists,
                holder?.Departure switch
                {
                    { Glossary: { } other } => $"“{term.Text}” is a term of a concept that was moved to the glossary “{other}”. Open that one, or move it back.",
                    { Kind: DepartureKind.Deleted } => $"“{term.Text}” is a term of a concept that was deleted. Take the deletion back; the history of that concept names it.",
                    _ => $"“{term.Text}” is a term of another concept already. Open that one, or choose another wording.",
                },
                new Dictionary<string, string[]> { ["concept"] = [holder?.Id ?? owner] });
        }

        return false;
    }
}

/// <summary>A content whose terms have their keys.</summary>
/// <param name="Content">The content.</param>
/// <param name="Wordings">Keys that known terms got by a new wording.</param>
internal sealed record ClaimedContent(ConceptContent Content, IReadOnlyList<Wording> Wordings);

/// <summary>A key that a term got by a new wording.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Term">Key that is the term's identity.</param>
/// <param name="Key">The further key.</param>
internal sealed record Wording(string Language, string Term, string Key);
