using Azure.Storage.Blobs.Models;
using Glossary.Azure.Blobs;
using Glossary.Azure.Records.Cosmos;

namespace Glossary.Azure;

/// <summary>Creates what the installation needs in its accounts. It can run at every start.</summary>
/// <param name="clients">The storage account.</param>
/// <param name="cosmos">The container of the terms in Azure Cosmos DB, where an account is named.</param>
/// <param name="prefix">What the names of containers and tables start with: lower-case letters and digits, a letter first, or nothing.</param>
public sealed class AzureStorageSetup(StorageClients clients, CosmosTerms? cosmos = null, string prefix = "")
{
    private const string Methods = "GET,HEAD,OPTIONS,PUT";
    private const string RequestHeaders =
        "content-type,if-match,if-none-match,range,x-ms-blob-content-type,x-ms-blob-type,x-ms-client-request-id,x-ms-date,x-ms-version";

    // pdf.js reads a document by ranges only where it may see that the service offers them.
    private const string ResponseHeaders =
        "accept-ranges,content-disposition,content-encoding,content-length,content-range,content-type,etag,last-modified,x-ms-error-code,x-ms-request-id";

    private const int PreflightSeconds = 3600;

    /// <summary>The table of concepts, terms, evidence and changes.</summary>
    public string TermsTable => prefix + "terms";

    /// <summary>The table of glossaries, documents, operations and settings.</summary>
    public string RegistryTable => prefix + "registry";

    /// <summary>Creates the containers <c>uploads</c>, <c>artefacts</c> and <c>exports</c> (private) and the tables <c>terms</c> and <c>registry</c> where they are missing, and the container of the terms.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        foreach (var container in BlobContainers.All)
        {
            await clients.Blobs.GetBlobContainerClient(BlobContainers.NameOf(container, prefix))
                .CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellationToken);
        }

        foreach (var table in (string[])[TermsTable, RegistryTable])
        {
            await clients.Tables.CreateTableIfNotExistsAsync(table, cancellationToken);
        }

        if (cosmos is not null)
        {
            await cosmos.EnsureAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Lets pages of the given origins upload to and read from the blob service by their links. Rules that somebody else made stay; needs the
    /// right to change the service's properties, which an account key has.
    /// </summary>
    /// <param name="origins">Origins as a browser sends them, as <c>http://127.0.0.1:5080</c>; no trailing slash.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task AllowOriginsAsync(IReadOnlyCollection<string> origins, CancellationToken cancellationToken)
    {
        var rule = new BlobCorsRule
        {
            AllowedOrigins = string.Join(',', origins.Order(StringComparer.Ordinal)),
            AllowedMethods = Methods,
            AllowedHeaders = RequestHeaders,
            ExposedHeaders = ResponseHeaders,
            MaxAgeInSeconds = PreflightSeconds,
        };
        BlobServiceProperties properties = await clients.Blobs.GetPropertiesAsync(cancellationToken);
        var own = properties.Cors.Where(IsOwn).ToList();
        if (own is [var present] && present.AllowedOrigins == rule.AllowedOrigins)
        {
            return;
        }

        properties.Cors = [.. properties.Cors.Except(own), rule];
        await clients.Blobs.SetPropertiesAsync(properties, cancellationToken);
    }

    private static bool IsOwn(BlobCorsRule rule)
        => rule.AllowedHeaders == RequestHeaders && rule.ExposedHeaders == ResponseHeaders && rule.AllowedMethods == Methods;
}
