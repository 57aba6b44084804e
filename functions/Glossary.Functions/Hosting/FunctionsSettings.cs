using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.SignIn;
using Glossary.Azure;
using Microsoft.Extensions.Configuration;

namespace Glossary.Functions.Hosting;

/// <summary>What this host needs to know beside the installation's settings.</summary>
/// <param name="Storage">The storage account; the connection <c>Uploads</c>, which the blob trigger uses as well.</param>
/// <param name="CreatesStorage">Whether containers and tables are made at the start; in production the deployment makes them.</param>
public sealed record FunctionsSettings(StorageOptions Storage, bool CreatesStorage)
{
    /// <summary>Name of the connection.</summary>
    public const string Connection = "Uploads";

    private const string Environment = "AZURE_FUNCTIONS_ENVIRONMENT";

    // Set on every instance of Azure, by one plan or another; never by the tools on a developer's machine.
    private static readonly string[] MarksOfThePlatform = ["WEBSITE_INSTANCE_ID", "WEBSITE_POD_NAME", "CONTAINER_NAME"];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">Some can't be used.</exception>
    public static FunctionsSettings Read(IConfiguration configuration, SignInSettings signIn)
    {
        var mistakes = new List<string>();
        var connection = configuration.GetSection(Connection);
        var storage = new StorageOptions
        {
            ConnectionString = connection.Value,
            BlobServiceUri = Address(connection.GetSection("blobServiceUri"), mistakes),
            TableServiceUri = Address(connection.GetSection("tableServiceUri"), mistakes),
            ManagedIdentityClientId = connection["clientId"],
        };
        try
        {
            storage.Check();
        }
        catch (ArgumentException exception)
        {
            mistakes.Add($"{Connection}, {Connection}__blobServiceUri, {Connection}__tableServiceUri: {exception.Message}");
        }

        if (signIn.Source == SignInSource.Development && !IsDevelopersMachine(configuration))
        {
            mistakes.Add($"Glossary__SignIn is Development, which believes every caller: that is for a developer's machine, with {Environment} set to Development.");
        }

        var creates = configuration["Glossary:CreateStorage"];
        if (!string.IsNullOrEmpty(creates) && !bool.TryParse(creates, out _))
        {
            mistakes.Add($"Glossary__CreateStorage is “{creates}”, and must be true or false.");
        }

        return mistakes.Count == 0
            ? new FunctionsSettings(storage, bool.TryParse(creates, out var value) && value)
            : throw new SettingsException(mistakes);
    }

    private static bool IsDevelopersMachine(IConfiguration configuration) =>
        configuration[Environment] == "Development" && Array.TrueForAll(MarksOfThePlatform, mark => string.IsNullOrEmpty(configuration[mark]));

    private static Uri? Address(IConfigurationSection setting, List<string> mistakes)
    {
        if (string.IsNullOrEmpty(setting.Value))
        {
            return null;
        }

        if (Uri.TryCreate(setting.Value, UriKind.Absolute, out var address))
        {
            return address;
        }

        mistakes.Add($"{InstallationSettings.NameOf(setting)} is “{setting.Value}”, and must be an address such as https://account.blob.core.windows.net/.");
        return null;
    }
}
