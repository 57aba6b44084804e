using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Glossary.Azure;

/// <summary>The clients of the storage services; they are safe to share and are made once.</summary>
/// <param name="Blobs">Blob service.</param>
/// <param name="Tables">Table service.</param>
public sealed record StorageClients(BlobServiceClient Blobs, TableServiceClient Tables)
{
    /// <summary>Makes the clients. Nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">The options say no storage, or one that can't be understood.</exception>
    public static StorageClients Create(StorageOptions options)
    {
        options.Check();
        var blobs = Prepared(new BlobClientOptions(), "blobs");
        var tables = Prepared(new TableClientOptions(), "tables");
        if (options.ConnectionString is not { } connectionString)
        {
            var credential = new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = options.ManagedIdentityClientId });
            return new StorageClients(
                new BlobServiceClient(options.BlobServiceUri, credential, blobs), new TableServiceClient(options.TableServiceUri, credential, tables));
        }

        try
        {
            return new StorageClients(new BlobServiceClient(connectionString, blobs), new TableServiceClient(connectionString, tables));
        }
        catch (Exception failure) when (failure is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new ArgumentException(
                "The connection string of the storage account can't be read. Copy it whole from the account's page “Access keys”.", failure);
        }
    }

    // The pipeline adds jitter to the delays and honours Retry-After. Throttling (429, 503) passes within seconds; what lasts longer is for the caller.
    private static TOptions Prepared<TOptions>(TOptions options, string service)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(200);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(60);
        options.AddPolicy(new StoreAvailability(service), HttpPipelinePosition.PerCall);
        return options;
    }
}
