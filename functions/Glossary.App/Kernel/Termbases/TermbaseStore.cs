using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Kernel.Termbases;

/// <summary>The glossaries of the installation. Each has its head in its own partition; the registry only lists them.</summary>
public sealed class TermbaseStore(RecordStores stores, TimeProvider clock)
{
    private const string Partition = "glossaries";

    /// <summary>A glossary, or null.</summary>
    public async Task<Termbase?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await stores.Terms.FindAsync(slug, TermKeys.Head, cancellationToken) is { } record
            ? JsonSerializer.Deserialize(record.Body, StoreJson.Default.Termbase)
            : null;

    /// <summary>A glossary; 404 where there is none.</summary>
    public async Task<Termbase> GetAsync(string slug, CancellationToken cancellationToken) =>
        (Slug.IsValid(slug) ? await FindAsync(slug, cancellationToken) : null) ?? throw ApiException.NotFound($"glossary “{slug}”");

    /// <summary>A page of the glossaries in the order of their slugs.</summary>
    public async Task<(IReadOnlyList<Termbase> Termbases, string? After)> ListAsync(int top, string? after, CancellationToken cancellationToken)
    {
        var page = await stores.Registry.ListAsync(Partition, KeyRange.Prefix("s|"), top, after, cancellationToken);
        var found = await Task.WhenAll(page.Records.Select(record => FindAsync(record.Key[2..], cancellationToken)));
        return ([.. found.OfType<Termbase>()], page.After);
    }

    /// <summary>Creates a glossary.</summary>
    /// <exception cref="ApiException">409 where the slug is taken.</exception>
    public async Task<Termbase> CreateAsync(
        string slug, string name, string sourceLanguage, CancellationToken cancellationToken, string profile = ExtractionProfile.Balanced)
    {
        var now = clock.GetUtcNow();
        var termbase = new Termbase
        {
            Slug = slug,
            Name = name,
            SourceLanguage = sourceLanguage,
            Profile = new ExtractionProfile { Name = profile },
            CreatedAt = now,
            UpdatedAt = now,
        };
        try
        {
            // The head first: a listed glossary always exists, and a head that a fault left unlisted is listed by whoever creates it again.
            await stores.Terms.CommitAsync(
                slug, [RecordWrite.Insert(TermKeys.Head, JsonSerializer.Serialize(termbase, StoreJson.Default.Termbase))], cancellationToken);
        }
        catch (RecordConflictException)
        {
            await RegisterAsync(slug, cancellationToken);
            throw new ApiException(
                StatusCodes.Status409Conflict, ProblemCodes.GlossaryExists,
                $"There is a glossary with the short name “{slug}” already. Choose another name, or use that one.");
        }

        await RegisterAsync(slug, cancellationToken);
        return termbase;
    }

    /// <summary>The glossary of a slug, created where there is none.</summary>
    public async Task<Termbase> EnsureAsync(string slug, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, cancellationToken) is { } existing)
        {
            return existing;
        }

        try
        {
            return await CreateAsync(slug, name, "auto", cancellationToken);
        }
        catch (ApiException exception) when (exception.Code == ProblemCodes.GlossaryExists)
        {
            return await GetAsync(slug, cancellationToken);
        }
    }

    /// <summary>Changes the settings of a glossary as it stands at that moment; repeated when somebody else was first.</summary>
    /// <exception cref="ApiException">404 where there is no such glossary.</exception>
    public Task<Termbase> UpdateAsync(string slug, Func<Termbase, Termbase> change, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(stores.Terms, slug, async () =>
        {
            var record = (Slug.IsValid(slug) ? await stores.Terms.FindAsync(slug, TermKeys.Head, cancellationToken) : null)
                ?? throw ApiException.NotFound($"glossary “{slug}”");
            var changed = change(JsonSerializer.Deserialize(record.Body, StoreJson.Default.Termbase)!) with { UpdatedAt = clock.GetUtcNow() };
            await stores.Terms.CommitAsync(
                slug, [RecordWrite.Replace(TermKeys.Head, JsonSerializer.Serialize(changed, StoreJson.Default.Termbase), record.ETag)], cancellationToken);
            return changed;
        }, cancellationToken);

    private ValueTask RegisterAsync(string slug, CancellationToken cancellationToken) =>
        stores.Registry.CommitAsync(Partition, [RecordWrite.Put($"s|{slug}", "{}")], cancellationToken);
}
