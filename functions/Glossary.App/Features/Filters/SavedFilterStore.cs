using System.Text.Json;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Filters;

/// <summary>A view of a glossary's lists that a person keeps under a name.</summary>
/// <param name="Name">Its name, the person's own.</param>
/// <param name="Query">The query of a list, as it stands behind the question mark of its address.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record SavedFilter(string Name, string Query, DateTimeOffset SavedAt)
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>The filters that people keep, a partition of the registry for each person and glossary.</summary>
public sealed class SavedFilterStore(RecordStores stores)
{
    private const int MostFilters = 100;

    /// <summary>All of a person's filters of a glossary, by name; at most 100.</summary>
    public async Task<IReadOnlyList<SavedFilter>> ListAsync(string glossary, string person, CancellationToken cancellationToken)
    {
        var page = await stores.Registry.ListAsync(Partition(glossary, person), KeyRange.Prefix("f|"), MostFilters, null, cancellationToken);
        return [.. page.Records.Select(record => JsonSerializer.Deserialize(record.Body, StoreJson.Default.SavedFilter)!)];
    }

    /// <summary>Keeps a filter in place of one of the same name.</summary>
    /// <exception cref="ApiException">409 where the person keeps too many.</exception>
    public async Task PutAsync(string glossary, string person, SavedFilter filter, CancellationToken cancellationToken)
    {
        var kept = await ListAsync(glossary, person, cancellationToken);
        if (kept.Count >= MostFilters && kept.All(each => each.Name != filter.Name))
        {
            throw new ApiException(StatusCodes.Status409Conflict, ProblemCodes.Conflict, $"You keep {MostFilters} filters here already. Remove some first.");
        }

        await stores.Registry.CommitAsync(
            Partition(glossary, person), [RecordWrite.Put(Key(filter.Name), JsonSerializer.Serialize(filter, StoreJson.Default.SavedFilter))], cancellationToken);
    }

    /// <summary>Removes a filter; one that is gone is no error.</summary>
    public async Task RemoveAsync(string glossary, string person, string name, CancellationToken cancellationToken) =>
        await stores.Registry.CommitAsync(Partition(glossary, person), [RecordWrite.Delete(Key(name))], cancellationToken);

    private static string Partition(string glossary, string person) => $"filters|{glossary}|{person}";

    private static string Key(string name) => $"f|{name}";
}
