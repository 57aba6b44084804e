using Glossary.App.Kernel.Records;
using Microsoft.Extensions.Configuration;

namespace Glossary.App.Kernel.Settings;

/// <summary>Where terms are stored.</summary>
/// <param name="Service">The service that serves; setting <c>Glossary__TermStore</c>.</param>
/// <param name="Cosmos">The account of Azure Cosmos DB; null where none is named. One that does not serve can be copied to.</param>
public sealed record TermStoreSettings(TermStoreService Service, CosmosSettings? Cosmos)
{
    /// <summary>Terms in Tables, and no other store.</summary>
    public static TermStoreSettings Default { get; } = new(TermStoreService.Tables, null);

    /// <summary>Reads the account.</summary>
    /// <param name="service">The service that serves.</param>
    /// <param name="section">Section <c>Glossary</c>.</param>
    /// <param name="mistakes">Takes a sentence for each mistake.</param>
    internal static TermStoreSettings Read(TermStoreService service, IConfigurationSection section, List<string> mistakes)
    {
        var cosmos = section.GetSection("Cosmos");
        var (endpoint, connectionString) = (cosmos["Endpoint"], cosmos["ConnectionString"]);
        var (named, connected) = (!string.IsNullOrEmpty(endpoint), !string.IsNullOrEmpty(connectionString));
        if (!named && !connected)
        {
            if (service == TermStoreService.Cosmos)
            {
                mistakes.Add(
                    $"Glossary__TermStore is Cosmos, and needs {CosmosSettings.EndpointName}, the account's address, or for development {CosmosSettings.ConnectionStringName}.");
            }

            return new TermStoreSettings(service, null);
        }

        Uri? address = null;
        if (named && connected)
        {
            mistakes.Add($"{CosmosSettings.EndpointName} and {CosmosSettings.ConnectionStringName} both name an account. Set one of them.");
        }
        else if (named && !(Uri.TryCreate(endpoint, UriKind.Absolute, out address) && address.Scheme == Uri.UriSchemeHttps))
        {
            mistakes.Add($"{CosmosSettings.EndpointName} is “{endpoint}”, and must be an address such as https://account.documents.azure.com/.");
        }

        return new TermStoreSettings(service, new CosmosSettings
        {
            Endpoint = address,
            ConnectionString = connected ? connectionString : null,
            ClientId = cosmos["ClientId"],
            Database = cosmos["Database"] is { Length: > 0 } database ? database : CosmosSettings.DefaultDatabase,
        });
    }
}

/// <summary>An account of Azure Cosmos DB: its address with an identity of Microsoft Entra, or a connection string.</summary>
public sealed record CosmosSettings
{
    /// <summary>Name of the setting of <see cref="Endpoint"/>.</summary>
    public const string EndpointName = "Glossary__Cosmos__Endpoint";

    /// <summary>Name of the setting of <see cref="ConnectionString"/>.</summary>
    public const string ConnectionStringName = "Glossary__Cosmos__ConnectionString";

    /// <summary>Database where none is named.</summary>
    public const string DefaultDatabase = "glossary";

    /// <summary>Address, as <c>https://account.documents.azure.com/</c>; null where a connection string is given.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Connection string with a key: for development, the emulator and tests.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Client id of a user-assigned managed identity; null for the default chain of credentials.</summary>
    public string? ClientId { get; init; }

    /// <summary>The database.</summary>
    public string Database { get; init; } = DefaultDatabase;
}
