using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Migrations;

/// <summary>A wish for a copy in another term store.</summary>
/// <param name="To">The store to copy to; not the one that serves.</param>
public sealed record MigrationWish(TermStoreService? To);

/// <summary>Starts migrations.</summary>
public sealed class MigrationsHandler(TermbaseStore termbases, TermStores stores, OperationStarter operations, ApiLimits limits)
{
    /// <summary>POST migrations.</summary>
    public async Task<IResult> StartAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var termbase = await termbases.GetAsync(http.RouteText("glossary"), cancellationToken);
        var wish = await http.BodyAsync(ApiJson.Default.MigrationWish, limits.MaximumBody, cancellationToken);
        var to = wish.To ?? throw ApiException.Invalid("to", $"Say where to copy to: {string.Join(" or ", Enum.GetNames<TermStoreService>())}.");
        if (to == stores.Serving)
        {
            throw ApiException.Invalid("to", $"The terms are in {to} already. Name the other store.");
        }

        if (!stores.Reached.ContainsKey(to))
        {
            throw ApiException.Invalid("to", $"No account of Azure Cosmos DB is named. Set {CosmosSettings.EndpointName}, start again, and repeat this.");
        }

        var operation = await operations.StartAsync(
            OperationKind.StoreMigration, termbase.Slug, new OperationInput { To = to }, http.Principal().Id, cancellationToken);
        return http.Started(operation.Id, OperationResource.Of(operation), ApiJson.Default.OperationResource);
    }
}
