using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Operations;

/// <summary>Routes of operations.</summary>
public static class OperationsRoutes
{
    private const string One = "v1/operations/{operation}";

    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Operations_Get", "GET", One, Role.Reader, Call.To<OperationsHandler>(handler => handler.GetAsync))
        {
            Summary = "Shows how far an operation is.",
            Response = ApiJson.Default.OperationResource,
        },
        new("Operations_Cancel", "DELETE", One, Role.Editor, Call.To<OperationsHandler>(handler => handler.CancelAsync))
        {
            Summary = "Asks an operation to stop.",
            Response = ApiJson.Default.OperationResource,
            Status = StatusCodes.Status202Accepted,
        },
        new("Operations_File", "GET", One + "/file", Role.Reader, Call.To<OperationsHandler>(handler => handler.FileAsync))
        {
            Summary = "Gives a link to the file that an operation made.",
            Response = ApiJson.Default.FileLink,
            Problems = [ProblemCodes.NotReady],
        },
    ];
}
