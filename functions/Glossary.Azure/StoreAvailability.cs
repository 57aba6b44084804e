using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Glossary.App.Kernel.Records;

namespace Glossary.Azure;

/// <summary>
/// Stands before the client's retries and says in the product's own words when they were in vain: the service can't be reached, or
/// answers with throttling or a fault of its own (429, 5xx).
/// </summary>
/// <param name="service">Name of the service: <c>tables</c> or <c>blobs</c>.</param>
internal sealed class StoreAvailability(string service) : HttpPipelinePolicy
{
    /// <inheritdoc />
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception exception) when (IsLostConnection(exception, message))
        {
            throw new StoreUnavailableException(service, exception);
        }

        Check(message);
    }

    /// <inheritdoc />
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            ProcessNext(message, pipeline);
        }
        catch (Exception exception) when (IsLostConnection(exception, message))
        {
            throw new StoreUnavailableException(service, exception);
        }

        Check(message);
    }

    // After several attempts the client throws all their faults together; none of them has a status, or there would be an answer.
    private static bool IsLostConnection(Exception exception, HttpMessage message) =>
        !message.CancellationToken.IsCancellationRequested && exception is AggregateException or RequestFailedException { Status: 0 } or IOException;

    private void Check(HttpMessage message)
    {
        if (message.Response.Status is 429 or >= 500)
        {
            throw new StoreUnavailableException(service, new RequestFailedException(message.Response));
        }
    }
}
