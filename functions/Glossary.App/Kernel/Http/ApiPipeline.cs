using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Threading.RateLimiting;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Members;
using Glossary.App.Kernel.Records;
using Glossary.Formats.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Glossary.App.Kernel.Http;

/// <summary>
/// What every request goes through in either host: headers, rate limit, sign-in, role, cross-site guard, repeats of calls, and the mapping of
/// whatever goes wrong to a problem. Nothing of it rests on ASP.NET Core middleware, which the Functions worker lacks.
/// </summary>
public sealed class ApiPipeline : IDisposable
{
    private const string ClientHeader = "x-glossary-client";

    private readonly IPrincipalSource principals;
    private readonly GlossaryAccess access;
    private readonly IdempotentCalls idempotent;
    private readonly ApiLimits limits;
    private readonly ILogger<ApiPipeline> logger;
    private readonly PartitionedRateLimiter<string> normal;
    private readonly PartitionedRateLimiter<string> expensive;

    /// <summary>Creates the pipeline.</summary>
    public ApiPipeline(
        IPrincipalSource principals, GlossaryAccess access, IdempotentCalls idempotent, ApiLimits limits, ILogger<ApiPipeline> logger)
    {
        this.principals = principals;
        this.access = access;
        this.idempotent = idempotent;
        this.limits = limits;
        this.logger = logger;
        normal = Bucket(limits.Burst, limits.PerSecond);
        expensive = Bucket(limits.ExpensiveBurst, limits.ExpensivePerSecond);
    }

    /// <summary>Runs a route's handler for a request. Never throws but for a caller who went away.</summary>
    public async Task<IResult> RunAsync(ApiRoute route, HttpContext http, CancellationToken cancellationToken)
    {
        var traceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        var headers = http.Response.Headers;
        headers["x-ms-request-id"] = traceId;
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["TraceId"] = traceId, ["Route"] = route.Name });
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-cache";
        try
        {
            await AdmitAsync(route, http, cancellationToken);
            return route.Role is null ? await route.Handler(http, cancellationToken) : await idempotent.RunAsync(route, http, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            var (status, code, detail, errors) = Describe(exception);
            if (status >= StatusCodes.Status500InternalServerError)
            {
                logger.LogError(exception, "{Route} failed with {Code}; trace {TraceId}", route.Name, code, traceId);
            }
            else
            {
                logger.LogInformation("{Route} was refused with {Code}", route.Name, code);
            }

            headers["x-ms-error-code"] = code;
            var problem = new Problem(
                $"/docs/api#{code}", ReasonPhrases.GetReasonPhrase(status), status, detail, code, traceId, errors);
            return TypedResults.Json(problem, ApiJson.Default.Problem, "application/problem+json", status);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        normal.Dispose();
        expensive.Dispose();
    }

    private async Task AdmitAsync(ApiRoute route, HttpContext http, CancellationToken cancellationToken)
    {
        var principal = await principals.FindAsync(http, cancellationToken);
        Charge(route, http, principal?.Id ?? http.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        if (route.Role is { } needed)
        {
            if (principal is null)
            {
                throw new ApiException(
                    StatusCodes.Status401Unauthorized, ProblemCodes.SignInNeeded, "Nobody is signed in. Sign in and repeat.");
            }

            // What the sign-in says holds everywhere; a member may do more in a glossary.
            principal = principal with { Everywhere = principal.Role, Role = await access.RoleAsync(principal, http, cancellationToken) };
            if (principal.Role is not { } role || role < needed)
            {
                throw new ApiException(StatusCodes.Status403Forbidden, ProblemCodes.RoleNeeded, Lacks(principal, needed));
            }
        }

        http.Features.Set(principal);
        if (route.ChangesState)
        {
            GuardAgainstForgery(route, http.Request);
        }
    }

    private static string Lacks(Principal principal, Role needed) => principal.Role is { } role
        ? $"This needs the role {needed}; yours is {role}. Ask an admin of this installation."
        : $"You are signed in as {principal.Id}, who has no role here. Send this id to an admin of this installation.";

    private void Charge(ApiRoute route, HttpContext http, string who)
    {
        using var lease = (route.Expensive && route.ChangesState ? expensive : normal).AttemptAcquire(who);
        if (lease.IsAcquired)
        {
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";r=0;t={wait}");
        throw new ApiException(
            StatusCodes.Status429TooManyRequests, ProblemCodes.TooManyRequests,
            $"Too many requests. Come back in {wait.ToString(CultureInfo.InvariantCulture)} s.");
    }

    private void GuardAgainstForgery(ApiRoute route, HttpRequest request)
    {
        // A form of another site can send neither this header nor this content type without the site's consent (CORS preflight).
        if (string.IsNullOrEmpty(request.Headers[ClientHeader]))
        {
            throw new ApiException(
                StatusCodes.Status403Forbidden, ProblemCodes.ClientHeaderMissing,
                $"A call that changes something needs the header {ClientHeader} with the name of the calling program.");
        }

        if (route.Request is not null && !request.HasJsonContentType())
        {
            throw new ApiException(
                StatusCodes.Status415UnsupportedMediaType, ProblemCodes.JsonNeeded, "The body must be JSON (Content-Type: application/json).");
        }

        if (request.ContentLength > limits.MaximumBody)
        {
            throw new ApiException(
                StatusCodes.Status413PayloadTooLarge, ProblemCodes.BodyTooLarge,
                $"The body may have {limits.MaximumBody.ToString("N0", CultureInfo.InvariantCulture)} bytes.");
        }
    }

    private static (int Status, string Code, string Detail, IReadOnlyDictionary<string, string[]>? Errors) Describe(Exception exception) =>
        exception switch
        {
            ApiException api => (api.Status, api.Code, api.Message, api.Errors),
            DocumentRefusedException refused => (StatusCodes.Status422UnprocessableEntity, refused.Code, refused.Message, null),
            RecordConflictException => (
                StatusCodes.Status409Conflict, ProblemCodes.Conflict, "Somebody else changed this at the same moment. Read it again and repeat.", null),
            BadHttpRequestException bad => (bad.StatusCode, ProblemCodes.Invalid, "The request can't be read as HTTP asks for.", null),
            JsonException json => (
                StatusCodes.Status400BadRequest, ProblemCodes.Invalid,
                $"The body is not the JSON that is described: see {json.Path ?? "its start"}.", null),
            StoreUnavailableException => (
                StatusCodes.Status503ServiceUnavailable, ProblemCodes.StoreUnavailable, "The store does not answer. Try again in a moment.", null),
            _ => (StatusCodes.Status500InternalServerError, ProblemCodes.Internal, "Something failed here. The trace id finds it in the log.", null),
        };

    private static PartitionedRateLimiter<string> Bucket(int burst, int perSecond) =>
        PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        }));
}
