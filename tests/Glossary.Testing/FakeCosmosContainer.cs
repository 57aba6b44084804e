using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Glossary.Azure.Records.Cosmos;

namespace Glossary.Testing;

/// <summary>
/// A container in memory that keeps the rules of Azure Cosmos DB: ids, ETags, partitions, the sizes of items, batches and pages, the order of
/// strings by UTF-8 byte, atomic batches with failed dependencies, pages that are short or empty although more follows, and throttling.
/// </summary>
/// <param name="seed">Decides when it throttles and how long its pages are.</param>
public sealed class FakeCosmosContainer(int seed) : ICosmosContainer
{
    /// <summary>How long it asks whoever is throttled to wait.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(23);

    private const int LargestRequest = 2 * 1024 * 1024;
    private const int LargestPage = 4 * 1024 * 1024;
    private const int MostOperations = 100;
    private const int LongestId = 1023;
    private const int ThrottledOneIn = 12;

    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private readonly Dictionary<string, OrderedItems> partitions = new(StringComparer.Ordinal);
    private long version;

    /// <summary>Answers to give to the next requests, first one first, before any of the container's own.</summary>
    public Queue<HttpStatusCode> Refusals { get; } = new();

    /// <summary>How many requests were answered with 429.</summary>
    public int Throttled { get; private set; }

    /// <inheritdoc/>
    public Task<JsonElement?> FindAsync(string partition, string id, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Admit();
            CheckId(id);
            return Task.FromResult(ItemsOf(partition).Find(id) is { } item ? Parse(item) : (JsonElement?)null);
        }
    }

    /// <inheritdoc/>
    public Task<CosmosPage> QueryAsync(CosmosQuery query, string? continuation, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Admit();
            var token = $"{query.Partition}\n{query.From}\n{query.To}\n";
            if (continuation is not null && !continuation.StartsWith(token, StringComparison.Ordinal))
            {
                throw Refusal(HttpStatusCode.BadRequest, "The continuation token belongs to another query.");
            }

            var (from, included) = continuation is null ? (query.From, query.IncludesFrom) : (continuation[token.Length..], true);
            var limit = LengthOfPage(query.Limit);
            var page = new List<JsonElement>();
            var bytes = 0;
            foreach (var (id, item) in ItemsOf(query.Partition).From(from, included).TakeWhile(each => IsBefore(each.Id, query.To)))
            {
                bytes += item.Length;
                if (page.Count == limit || (bytes > LargestPage && page.Count > 0))
                {
                    return Task.FromResult(new CosmosPage(page, token + id));
                }

                page.Add(Parse(item)!.Value);
            }

            return Task.FromResult(new CosmosPage(page, null));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<HttpStatusCode>> ExecuteAsync(
        string partition, IReadOnlyList<CosmosOperation> operations, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Admit();
            CheckBatch(partition, operations);
            var items = ItemsOf(partition);
            var undo = new Stack<(string Id, byte[]? Item)>();
            var statuses = new List<HttpStatusCode>();
            foreach (var operation in operations)
            {
                undo.Push((operation.Id, items.Find(operation.Id)));
                statuses.Add(Apply(items, operation));
                if (statuses[^1] >= HttpStatusCode.BadRequest)
                {
                    RollBack(items, undo);
                    statuses = [.. operations.Select((_, i) => i == statuses.Count - 1 ? statuses[^1] : HttpStatusCode.FailedDependency)];
                    break;
                }
            }

            return Task.FromResult<IReadOnlyList<HttpStatusCode>>(statuses);
        }
    }

    private static void CheckBatch(string partition, IReadOnlyList<CosmosOperation> operations)
    {
        if (operations.Count is 0 or > MostOperations)
        {
            throw Refusal(HttpStatusCode.BadRequest, $"A batch has 1 to {MostOperations} operations.");
        }

        // Each operation says its kind, its id and its condition beside the item.
        if (operations.Sum(operation => operation.Item.Length + Encoding.UTF8.GetByteCount(operation.Id) + 64) > LargestRequest)
        {
            throw Refusal(HttpStatusCode.RequestEntityTooLarge, "Request size is too large.");
        }

        foreach (var operation in operations)
        {
            CheckId(operation.Id);
            if (operation.Kind == CosmosOperationKind.Delete)
            {
                continue;
            }

            var item = Parse(operation.Item.ToArray())!.Value;
            if (item.GetProperty("partition").GetString() != partition || item.GetProperty("id").GetString() != operation.Id)
            {
                throw Refusal(HttpStatusCode.BadRequest, "The item has another id or partition key than the request.");
            }
        }
    }

    private static void CheckId(string id)
    {
        if (id.Length == 0 || Encoding.UTF8.GetByteCount(id) > LongestId || id.AsSpan().ContainsAny("/\\?#") || id.EndsWith(' ')
            || id.Any(char.IsControl) || id.Any(char.IsSurrogate))
        {
            throw Refusal(HttpStatusCode.BadRequest, $"The id “{id}” is not allowed.");
        }
    }

    private static CosmosStatusException Refusal(HttpStatusCode status, string message) =>
        new(status, status == HttpStatusCode.TooManyRequests ? RetryAfter : null, message);

    private static JsonElement? Parse(byte[] item) => JsonElement.Parse(item);

    private static bool IsBefore(string id, string to) => OrderedItems.Order.Compare(id, to) < 0;

    private static void RollBack(OrderedItems items, Stack<(string Id, byte[]? Item)> undo)
    {
        while (undo.TryPop(out var before))
        {
            if (before.Item is null)
            {
                items.Remove(before.Id);
            }
            else
            {
                items.Put(before.Id, before.Item);
            }
        }
    }

    private void Admit()
    {
        if (Refusals.TryDequeue(out var refusal))
        {
            throw Refusal(refusal, "Ordered by the test.");
        }

        if (random.Next(ThrottledOneIn) == 0)
        {
            Throttled++;
            throw Refusal(HttpStatusCode.TooManyRequests, "Request rate is large.");
        }
    }

    // Seldom none at all, now and then fewer than asked for.
    private int LengthOfPage(int limit) => random.Next(20) switch
    {
        0 => 0,
        < 4 => 1 + random.Next(limit),
        _ => limit,
    };

    private HttpStatusCode Apply(OrderedItems items, CosmosOperation operation)
    {
        var present = items.Find(operation.Id);
        switch (operation.Kind)
        {
            case CosmosOperationKind.Create when present is not null:
                return HttpStatusCode.Conflict;
            case CosmosOperationKind.Replace or CosmosOperationKind.Delete when present is null:
                return HttpStatusCode.NotFound;
            case var _ when operation.IfMatch is { } wanted && wanted != (present is null ? null : JsonNode.Parse(present)!["_etag"]!.GetValue<string>()):
                return HttpStatusCode.PreconditionFailed;
            case CosmosOperationKind.Delete:
                items.Remove(operation.Id);
                return HttpStatusCode.NoContent;
            default:
                items.Put(operation.Id, Stamped(operation.Item));
                return present is null ? HttpStatusCode.Created : HttpStatusCode.OK;
        }
    }

    // As the service adds its own properties, the ETag in quotation marks.
    private byte[] Stamped(ReadOnlyMemory<byte> item)
    {
        var stamp = string.Create(CultureInfo.InvariantCulture, $",\"_rid\":\"AAAA==\",\"_etag\":\"\\\"{++version:x8}\\\"\",\"_ts\":1}}");
        return [.. item.Span[..^1], .. Encoding.UTF8.GetBytes(stamp)];
    }

    private OrderedItems ItemsOf(string partition)
    {
        if (!partitions.TryGetValue(partition, out var items))
        {
            partitions.Add(partition, items = new());
        }

        return items;
    }
}
