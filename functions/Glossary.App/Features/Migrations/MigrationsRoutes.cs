using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Migrations;

/// <summary>Routes of migrations.</summary>
public static class MigrationsRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Migrations_Start", "POST", "v1/glossaries/{glossary}/migrations", Role.Admin, Call.To<MigrationsHandler>(handler => handler.StartAsync))
        {
            Summary = "Copies a glossary to another term store and compares both; the operation's file has counts and hashes.",
            Request = ApiJson.Default.MigrationWish,
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
            Expensive = true,
        },
    ];
}
