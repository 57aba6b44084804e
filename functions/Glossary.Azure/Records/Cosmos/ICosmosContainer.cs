using System.Net;
using System.Text.Json;

namespace Glossary.Azure.Records.Cosmos;

/// <summary>
/// Port to a container of Azure Cosmos DB: the three of its calls that records need, each inside one logical partition. It is narrow so that
/// a double can keep the service's rules; the adapter beneath it decides nothing.
/// </summary>
public interface ICosmosContainer
{
    /// <summary>Point read of an item with the properties that the service adds, or null where there is none.</summary>
    /// <exception cref="CosmosStatusException">The service refused.</exception>
    Task<JsonElement?> FindAsync(string partition, string id, CancellationToken cancellationToken);

    /// <summary>Reads a page of a query. It may be empty although more follows.</summary>
    /// <param name="query">What is wanted.</param>
    /// <param name="continuation">Token of the page before, or null for the first page.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="CosmosStatusException">The service refused.</exception>
    Task<CosmosPage> QueryAsync(CosmosQuery query, string? continuation, CancellationToken cancellationToken);

    /// <summary>Executes a transactional batch: all of it or nothing.</summary>
    /// <returns>
    /// The status of each operation. Where the condition of one did not hold it has 404, 409 or 412, and all others have 424
    /// (failed dependency).
    /// </returns>
    /// <exception cref="CosmosStatusException">The service refused the batch for another reason.</exception>
    Task<IReadOnlyList<HttpStatusCode>> ExecuteAsync(
        string partition, IReadOnlyList<CosmosOperation> operations, CancellationToken cancellationToken);
}

/// <summary>Items of a partition in ascending order of their property <c>key</c>.</summary>
/// <param name="Partition">Value of the partition key.</param>
/// <param name="From">Where the range of keys begins.</param>
/// <param name="IncludesFrom">Whether that key belongs to it.</param>
/// <param name="To">First key that does not belong to it.</param>
/// <param name="Limit">Most items of a page.</param>
public sealed record CosmosQuery(string Partition, string From, bool IncludesFrom, string To, int Limit);

/// <summary>A page of items.</summary>
/// <param name="Items">In ascending order of <c>key</c>.</param>
/// <param name="Continuation">Token for the page after it; null when there is none.</param>
public sealed record CosmosPage(IReadOnlyList<JsonElement> Items, string? Continuation);

/// <summary>An operation of a transactional batch.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Id">The item's id.</param>
/// <param name="Item">The item as JSON in UTF-8; empty for a deletion.</param>
/// <param name="IfMatch">ETag that the item must have, or null.</param>
public sealed record CosmosOperation(CosmosOperationKind Kind, string Id, ReadOnlyMemory<byte> Item, string? IfMatch);

/// <summary>What an operation does.</summary>
public enum CosmosOperationKind
{
    /// <summary>Creates an item; 409 where there is one.</summary>
    Create,

    /// <summary>Replaces an item; 404 where there is none, 412 where its ETag is another.</summary>
    Replace,

    /// <summary>Creates or replaces an item.</summary>
    Upsert,

    /// <summary>Deletes an item; 404 where there is none, 412 where its ETag is another.</summary>
    Delete,
}

/// <summary>The service refused a request.</summary>
/// <param name="status">Status of the answer.</param>
/// <param name="retryAfter">How long the service asks to wait, where it says so.</param>
/// <param name="message">What the service said.</param>
/// <param name="innerException">What the client made of it.</param>
public sealed class CosmosStatusException(HttpStatusCode status, TimeSpan? retryAfter, string message, Exception? innerException = null)
    : Exception($"Azure Cosmos DB answered with {(int)status}: {message}", innerException)
{
    /// <summary>Status of the answer.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
