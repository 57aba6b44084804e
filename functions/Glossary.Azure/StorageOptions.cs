namespace Glossary.Azure;

/// <summary>Where the installation stores: a connection string, or the addresses of the services with an identity of Microsoft Entra.</summary>
public sealed record StorageOptions
{
    /// <summary>Connection string of a storage account or of Azurite; null where the addresses are given.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Address of the blob service, as <c>https://account.blob.core.windows.net/</c>.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>Address of the table service, as <c>https://account.table.core.windows.net/</c>.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>Client id of a user-assigned managed identity; null for the default chain of credentials.</summary>
    public string? ManagedIdentityClientId { get; init; }

    /// <summary>Checks that exactly one way is given.</summary>
    /// <exception cref="ArgumentException">Neither or both are given, or an address is not https.</exception>
    public void Check()
    {
        var byAddress = BlobServiceUri is not null || TableServiceUri is not null;
        if (string.IsNullOrWhiteSpace(ConnectionString) != byAddress)
        {
            throw new ArgumentException(
                "Name the storage either by a connection string or by the addresses of its blob and table services, and not by both.");
        }

        if (byAddress && (BlobServiceUri?.Scheme != Uri.UriSchemeHttps || TableServiceUri?.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("Give the addresses of both the blob and the table service, and each with https.");
        }
    }
}
