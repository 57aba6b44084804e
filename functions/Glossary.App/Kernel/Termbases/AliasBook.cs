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
    /// <summary>The content with a key for each new term; every key that a text now has leads to the concept.</summary>
    /// <param name="transaction">Receives the new aliases.</param>
    /// <param name="glossary">Slug.</param>
    /// <param name="conceptId">The concept.</param>
    /// <param name="before">Its content so far, or null for a new one.</param>
    /// <param name="after">The content as it shall be; new terms have empty keys.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">409 where a term belongs to another concept.</exception>
    public async Task<ConceptContent> ClaimAsync(
        TermTransaction transaction, string glossary, string conceptId, ConceptContent? before, ConceptContent after, CancellationToken cancellationToken)
    {
        var claimed = new List<TermContent>(after.Terms.Count);
        foreach (var term in after.Terms)
        {
            var known = before?.Terms.FirstOrDefault(each => each.Language == term.Language && each.Key == term.Key);
            if (known?.Text == term.Text)
            {
                claimed.Add(term);
                continue;
            }

            var key = TermExtractor.KeyOf(term.Text, term.Language);
            await ClaimAsync(transaction, glossary, conceptId, term, key, cancellationToken);
            var next = known is null ? term with { Key = key, Origin = TermOrigin.Typed } : term;
            if (claimed.Any(each => each.Language == next.Language && each.Key == next.Key))
            {
                throw ApiException.Invalid("terms", $"“{term.Text}” stands there twice. Remove one of them.");
            }

            claimed.Add(next);
        }

        return after with { Terms = claimed };
    }

    private async Task ClaimAsync(
        TermTransaction transaction, string glossary, string conceptId, TermContent term, string key, CancellationToken cancellationToken)
    {
        var name = TermKeys.Alias(term.Language, key);
        if (await terms.FindAsync(glossary, name, cancellationToken) is not { } record)
        {
            transaction.Claim(name, conceptId);
            return;
        }

        var owner = JsonSerializer.Deserialize(record.Body, StoreJson.Default.Alias)!.ConceptId;
        if (owner != conceptId)
        {
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.TermExists,
                $"“{term.Text}” is a term of another concept already. Open that one, or choose another wording.",
                new Dictionary<string, string[]> { ["concept"] = [owner] });
        }
    }
}
