namespace Glossary.LocalHost.Hosting;

/// <summary>What a person asks of the host at its start.</summary>
public sealed record ServeOptions
{
    /// <summary>Data folder, or null for the default.</summary>
    public string? Data { get; init; }

    /// <summary>Address, or null for the default or the next free one.</summary>
    public string? Urls { get; init; }

    /// <summary>Whether the web page is left out.</summary>
    public bool NoWeb { get; init; }

    /// <summary>Whether the browser is opened.</summary>
    public bool Open { get; init; }

    /// <summary>Connection string of a storage account, or null for Azurite.</summary>
    public string? Connection { get; init; }
}
