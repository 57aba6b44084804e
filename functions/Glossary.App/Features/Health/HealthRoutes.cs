using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;

namespace Glossary.App.Features.Health;

/// <summary>Routes of the probes; outside the API's version.</summary>
public static class HealthRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Health_Live", "GET", "health/live", null, Call.To<HealthHandler>(handler => handler.LiveAsync))
        {
            Summary = "Says that this instance runs.",
            Response = ApiJson.Default.HealthReport,
        },
        new("Health_Ready", "GET", "health/ready", null, Call.To<HealthHandler>(handler => handler.ReadyAsync))
        {
            Summary = "Says whether what this instance needs answers; 503 where it does not.",
            Response = ApiJson.Default.HealthReport,
        },
    ];
}
