using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Samples;

/// <summary>Routes of the sample.</summary>
public static class SamplesRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Samples_Start", "POST", "v1/sample", Role.Editor, Call.To<SamplesHandler>(handler => handler.StartAsync))
        {
            Summary = "Uploads the sample document into the glossary `sample`.",
            Request = ApiJson.Default.SampleWish,
            Response = ApiJson.Default.SampleStarted,
            Status = StatusCodes.Status202Accepted,
        },
    ];
}
