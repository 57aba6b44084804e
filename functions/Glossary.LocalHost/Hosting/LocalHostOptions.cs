namespace Glossary.LocalHost.Hosting;

/// <summary>What the application needs to know to run.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Data folder.</summary>
    public required string Data { get; init; }

    /// <summary>Address to listen on.</summary>
    public required Uri Address { get; init; }

    /// <summary>Connection string of the storage.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Whether the storage is the local one, whose key is no secret.</summary>
    public required bool IsLocalStore { get; init; }

    /// <summary>Folder of the built page, or null where none is served.</summary>
    public string? WebRoot { get; init; }

    /// <summary>The configuration of Static Web Apps, for its headers.</summary>
    public required string SiteConfiguration { get; init; }
}
