using Glossary.App.Kernel.Blobs;

namespace Glossary.Azure.Blobs;

/// <summary>What the containers are called in the storage account.</summary>
public static class BlobContainers
{
    /// <summary>All containers of an installation.</summary>
    public static IReadOnlyList<BlobContainer> All { get; } = [BlobContainer.Uploads, BlobContainer.Artefacts, BlobContainer.Exports];

    /// <summary>The name of a container.</summary>
    /// <param name="container">Which one.</param>
    /// <param name="prefix">What all names of the installation start with; empty where it has the account to itself.</param>
    public static string NameOf(BlobContainer container, string prefix = "") => prefix + container switch
    {
        BlobContainer.Uploads => "uploads",
        BlobContainer.Artefacts => "artefacts",
        BlobContainer.Exports => "exports",
        _ => throw new ArgumentOutOfRangeException(nameof(container), container, "There is no such container."),
    };
}
