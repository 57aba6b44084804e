using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Glossary.App.Kernel.Http;

/// <summary>
/// Lets a call that creates something be repeated without creating it twice: under the same <c>Idempotency-Key</c> of the same person a repeat
/// within 24 hours gets the first answer. Only what succeeded is kept; what was refused may be tried again.
/// </summary>
public sealed class IdempotentCalls(RecordStores stores, TimeProvider clock, ApiLimits limits)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Says that an answer is the first one again.</summary>
    public const string Replayed = "Idempotency-Replayed";

    private const int LongestKey = 100;
    private const int LongestAnswer = 64 * 1024;
    private const int TidiedAtOnce = 10;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // A route answers within 30 s; who is silent for longer has died, and somebody else may take the call over.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(1);
    private static readonly string[] Kept = ["Operation-Location", HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.ETag];

    /// <summary>Runs a handler, or gives the first answer again.</summary>
    /// <param name="route">The route.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <exception cref="ApiException">400 for a key that is none; 422 where it was used for another call; 409 while the first call is being worked on.</exception>
    public async Task<IResult> RunAsync(ApiRoute route, HttpContext http, CancellationToken cancellationToken)
    {
        var key = http.Request.Headers[Header].ToString();
        if (route.Method != "POST" || key.Length == 0)
        {
            return await route.Handler(http, cancellationToken);
        }

        if (key.Length > LongestKey || key.Any(character => character is < '!' or > '~'))
        {
            throw ApiException.Invalid(Header, $"The {Header} has 1 to {LongestKey} visible ASCII characters.");
        }

        var partition = $"idempotency|{http.Principal().Id}";
        var call = await CallAsync(route, http, cancellationToken);
        if (await ClaimAsync(partition, key, call, cancellationToken) is { } first)
        {
            foreach (var (name, value) in first.Headers)
            {
                http.Response.Headers[name] = value;
            }

            http.Response.Headers[Replayed] = "true";
            return TypedResults.Text(first.Body ?? string.Empty, first.MediaType, Encoding.UTF8, first.Status);
        }

        return await AnswerAsync(route, http, partition, key, call, cancellationToken);
    }

    // The body is read once and put back for the handler.
    private async Task<string> CallAsync(ApiRoute route, HttpContext http, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await http.Request.Body.CopyAtMostAsync(body, limits.MaximumBody, cancellationToken);
        body.Position = 0;
        http.Request.Body = body;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{route.Name}\n{http.Request.Path}{http.Request.QueryString}\n"));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private Task<FirstAnswer?> ClaimAsync(string partition, string key, string call, CancellationToken cancellationToken) =>
        ConditionalWrites.RepeatAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var record = await stores.Registry.FindAsync(partition, Key(key), cancellationToken);
            var first = record is null ? null : JsonSerializer.Deserialize(record.Body, StoreJson.Default.FirstAnswer)!;
            if (first is not null && first.At + Lifetime > now)
            {
                if (first.Call != call)
                {
                    throw new ApiException(
                        StatusCodes.Status422UnprocessableEntity, ProblemCodes.KeyReused,
                        $"This {Header} was used for another call. Take a new one for each thing you want done.");
                }

                if (first.Status is not null)
                {
                    return first;
                }

                if (first.At + LongestCall > now)
                {
                    throw new ApiException(
                        StatusCodes.Status409Conflict, ProblemCodes.Conflict, "The first call with this key is still being worked on. Repeat it in a moment.");
                }
            }

            var body = JsonSerializer.Serialize(new FirstAnswer { Call = call, At = now }, StoreJson.Default.FirstAnswer);
            await stores.Registry.CommitAsync(
                partition,
                [
                    record is null ? RecordWrite.Insert(Key(key), body) : RecordWrite.Replace(Key(key), body, record.ETag),
                    RecordWrite.Put(Row(now, key), "{}"),
                    .. await OutlivedAsync(partition, key, now, cancellationToken),
                ],
                cancellationToken);
            return null;
        });

    // Each new key takes some old ones along, so that none stay.
    private async Task<IReadOnlyList<RecordWrite>> OutlivedAsync(string partition, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = await stores.Registry.ListAsync(
            partition, new KeyRange("t|", Row(now - Lifetime - LongestCall, string.Empty)), TidiedAtOnce, null, cancellationToken);
        var writes = new List<RecordWrite>();
        foreach (var row in old.Records)
        {
            var name = row.Key[(row.Key.IndexOf('|', 2) + 1)..];
            writes.Add(RecordWrite.Delete(row.Key));
            if (name != key && await stores.Registry.FindAsync(partition, Key(name), cancellationToken) is { } record
                && JsonSerializer.Deserialize(record.Body, StoreJson.Default.FirstAnswer)!.At + Lifetime <= now)
            {
                writes.Add(RecordWrite.Delete(record.Key, record.ETag));
            }
        }

        return [.. writes.DistinctBy(write => write.Key)];
    }

    private async Task<IResult> AnswerAsync(
        ApiRoute route, HttpContext http, string partition, string key, string call, CancellationToken cancellationToken)
    {
        var outside = http.Response.Body;
        using var body = new MemoryStream();
        try
        {
            http.Response.Body = body;
            var result = await route.Handler(http, cancellationToken);
            await result.ExecuteAsync(http);
        }
        catch
        {
            // Nobody shall wait for an answer that does not come.
            await stores.Registry.CommitAsync(partition, [RecordWrite.Delete(Key(key))], CancellationToken.None);
            throw;
        }
        finally
        {
            http.Response.Body = outside;
        }

        var answer = new FirstAnswer
        {
            Call = call,
            At = clock.GetUtcNow(),
            Status = http.Response.StatusCode,
            MediaType = http.Response.ContentType,
            Body = Encoding.UTF8.GetString(body.GetBuffer().AsSpan(0, (int)body.Length)),
            Headers = Kept.Where(name => http.Response.Headers.ContainsKey(name)).ToDictionary(name => name, name => http.Response.Headers[name].ToString()),
        };
        var isKept = answer.Status is >= 200 and < 300 && body.Length <= LongestAnswer;
        await stores.Registry.CommitAsync(
            partition,
            [isKept ? RecordWrite.Put(Key(key), JsonSerializer.Serialize(answer, StoreJson.Default.FirstAnswer)) : RecordWrite.Delete(Key(key))],
            cancellationToken);
        return TypedResults.Text(answer.Body, answer.MediaType, Encoding.UTF8, answer.Status);
    }

    private static string Key(string key) => $"k|{key}";

    private static string Row(DateTimeOffset at, string key) => string.Create(CultureInfo.InvariantCulture, $"t|{at.ToUnixTimeMilliseconds():D15}|{key}");
}
