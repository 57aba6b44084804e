using Glossary.App.Kernel.Search;
using Glossary.Formats.Documents;

namespace Glossary.App.Kernel.Settings;

/// <summary>Settings of an installation; section <c>Glossary</c>.</summary>
public sealed record GlossarySettings
{
    /// <summary>Whether a file in a folder that is no glossary yet makes one; else it waits under “Unassigned”.</summary>
    public bool CreateGlossaries { get; init; } = true;

    /// <summary>File name extensions that are read, with their dots; null for all that can be.</summary>
    public IReadOnlyList<string>? AllowedExtensions { get; init; }

    /// <summary>File name extensions that are read here.</summary>
    public IReadOnlyList<string> Extensions => AllowedExtensions ?? DocumentReader.Extensions;

    /// <summary>Limits of an upload.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>The search.</summary>
    public SearchSettings Search { get; init; } = new();

    /// <summary>How long a link for an upload lives.</summary>
    public TimeSpan UploadLinkLifetime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a link for a download lives; at most 60 minutes.</summary>
    public TimeSpan ReadLinkLifetime { get; init; } = TimeSpan.FromMinutes(60);
}
