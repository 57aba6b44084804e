using Glossary.App.Kernel.Http;

namespace Glossary.App.Features.Sites;

/// <summary>The signed-in person.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Provider"><c>local</c> or the identity provider.</param>
/// <param name="SwitchableRoles">Roles the person may take on for a look.</param>
public sealed record Me(string Id, string Name, Role Role, string Provider, IReadOnlyList<Role> SwitchableRoles);

/// <summary>What runs here.</summary>
/// <param name="Version">Version of the product.</param>
/// <param name="Commit">Commit it was built from, where that is known.</param>
/// <param name="EngineVersion">Version of the extraction.</param>
/// <param name="Runtime">The .NET runtime.</param>
public sealed record VersionInformation(string Version, string? Commit, string EngineVersion, string Runtime);

/// <summary>What a client needs to know of this installation.</summary>
/// <param name="Limits">Limits of uploads.</param>
/// <param name="ExportFormats">Formats that concepts can be exported in.</param>
/// <param name="Local">The local host's folders; null in production.</param>
public sealed record Site(SiteLimits Limits, IReadOnlyList<string> ExportFormats, LocalSite? Local);

/// <summary>Limits of uploads.</summary>
/// <param name="MaximumBytes">Bytes of a file.</param>
/// <param name="Extensions">File name extensions that are read.</param>
public sealed record SiteLimits(long MaximumBytes, IReadOnlyList<string> Extensions);

/// <summary>What a person on the same machine can use.</summary>
/// <param name="DataFolder">Where the store keeps its data.</param>
/// <param name="InboxFolder">A folder whose subfolders are mirrored into the glossaries.</param>
/// <param name="ConnectionString">For storage tools; told to admins alone.</param>
/// <param name="SaveIntervalSeconds">Writes of the last so many seconds may be lost when the store is killed.</param>
public sealed record LocalSite(string DataFolder, string InboxFolder, string? ConnectionString, int SaveIntervalSeconds);
