using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Json;
using Glossary.Formats.Documents;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Features.Uploads;

/// <summary>Routes of uploads.</summary>
public static class UploadsRoutes
{
    /// <summary>The routes.</summary>
    public static IEnumerable<ApiRoute> All =>
    [
        new("Uploads_Ticket", "POST", "v1/glossaries/{glossary}/uploads", Role.Editor, Call.To<UploadsHandler>(handler => handler.TicketAsync))
        {
            Summary = "Gives a link by which one file is put straight into the storage.",
            Request = ApiJson.Default.UploadWish,
            Response = ApiJson.Default.UploadTicket,
            Problems = [RefusalCodes.UnsupportedType, RefusalCodes.EmptyFile, RefusalCodes.FileTooLarge],
        },
        new("Unassigned_List", "GET", "v1/unassigned", Role.Reader, Call.To<UploadsHandler>(handler => handler.ListUnassignedAsync))
        {
            Summary = "Lists the files in the storage that belong to no glossary.",
            Query = CommonQuery.Paging,
            Response = ApiJson.Default.ListPageUnassignedBlob,
        },
        new("Unassigned_Assign", "POST", "v1/unassigned:assign", Role.Admin, Call.To<UploadsHandler>(handler => handler.AssignAsync))
        {
            Summary = "Moves such a file into a glossary, which is created where there is none.",
            Request = ApiJson.Default.Assignment,
            Response = ApiJson.Default.Assigned,
            Status = StatusCodes.Status202Accepted,
            Problems = [ProblemCodes.Conflict],
        },
    ];
}
