using System.Data.Common;
using System.Net;
using Azure.Identity;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Microsoft.Azure.Cosmos;

namespace Glossary.Azure.Records.Cosmos;

/// <summary>The container <c>terms</c> in an account of Azure Cosmos DB. Its client is safe to share and is made once.</summary>
public sealed class CosmosTerms
{
    private const string ContainerName = "terms";

    private readonly CosmosClient client;
    private readonly string databaseName;

    private CosmosTerms(CosmosClient client, string databaseName)
    {
        this.client = client;
        this.databaseName = databaseName;
    }

    /// <summary>The container.</summary>
    public ICosmosContainer Container => new CosmosContainer(Terms);

    private Container Terms => client.GetContainer(databaseName, ContainerName);

    /// <summary>Makes the client. Nothing is sent yet.</summary>
    /// <exception cref="SettingsException">The connection string can't be understood.</exception>
    public static CosmosTerms Connect(CosmosSettings settings)
    {
        if (settings.Endpoint is { } endpoint)
        {
            var identity = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId });
            return new CosmosTerms(new CosmosClient(endpoint.AbsoluteUri, identity, Options(endpoint)), settings.Database);
        }

        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = settings.ConnectionString };
            var account = new Uri((string)parts["AccountEndpoint"]);
            return new CosmosTerms(new CosmosClient(account.AbsoluteUri, (string)parts["AccountKey"], Options(account)), settings.Database);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new SettingsException([$"{CosmosSettings.ConnectionStringName} can't be read. Copy it whole from the account's page “Keys”."]);
        }
    }

    /// <summary>
    /// Creates the database and the container where the container is missing. An identity of Microsoft Entra has no right to that, whatever
    /// its roles on data are: there the deployment creates them.
    /// </summary>
    /// <exception cref="SettingsException">The service refuses.</exception>
    /// <exception cref="StoreUnavailableException">The service does not answer.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var present = await Terms.ReadContainerStreamAsync(cancellationToken: cancellationToken);
            if (!present.IsSuccessStatusCode)
            {
                Database database = await client.CreateDatabaseIfNotExistsAsync(databaseName, cancellationToken: cancellationToken);
                await database.CreateContainerIfNotExistsAsync(Properties(), cancellationToken: cancellationToken);
            }
        }
        catch (CosmosException refused) when (refused.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw new SettingsException(
                [$"The account that Glossary__Cosmos names refuses to create the container “{ContainerName}” in the database “{databaseName}”. Create it with the deployment, or check the key."]);
        }
        catch (CosmosException failed) when (failed.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
        {
            throw new StoreUnavailableException("cosmos", failed);
        }
        catch (HttpRequestException lost)
        {
            throw new StoreUnavailableException("cosmos", lost);
        }
    }

    // Only the key is asked for by range; an index over bodies would be paid for with every write.
    private static ContainerProperties Properties() => new(ContainerName, "/" + RecordItem.Partition)
    {
        IndexingPolicy = new IndexingPolicy
        {
            IncludedPaths = { new IncludedPath { Path = $"/{RecordItem.Key}/?" } },
            ExcludedPaths = { new ExcludedPath { Path = "/*" } },
        },
    };

    private static CosmosClientOptions Options(Uri endpoint)
    {
        // Waiting for a throttled service is the store's.
        var options = new CosmosClientOptions { ApplicationName = "Glossary", MaxRetryAttemptsOnRateLimitedRequests = 0 };
        if (endpoint.IsLoopback)
        {
            // An emulator on this machine speaks through its gateway alone, and names itself by addresses that may not lead to it.
            options.ConnectionMode = ConnectionMode.Gateway;
            options.LimitToEndpoint = true;
        }
        else
        {
            // A step lists what another instance has just written; a replica that lags behind would leave some of it out.
            options.ReadConsistencyStrategy = ReadConsistencyStrategy.LatestCommitted;
        }

        return options;
    }
}
