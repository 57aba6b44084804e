using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Glossary.Functions.Http;

/// <summary>The routes of the feature Migrations.</summary>
public sealed class MigrationsFunctions(ApiEntry api)
{
    /// <summary>Copies a glossary to another term store and compares both.</summary>
    [Function("Migrations_Start")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glossaries/{glossary}/migrations")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        api.RunAsync("Migrations_Start", Role.Admin, request, client);
}
