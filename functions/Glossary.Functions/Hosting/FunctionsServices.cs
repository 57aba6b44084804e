using Glossary.App;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Telemetry;
using Glossary.Azure;
using Glossary.Functions.Http;
using Glossary.Functions.Operations;
using Glossary.Reader;
using Glossary.Search;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Glossary.Functions.Hosting;

/// <summary>Puts the core and this host's ports into the worker's container.</summary>
public static class FunctionsServices
{
    private const string AzureMonitor = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Adds the core over Azure Storage, Azure Cosmos DB where it is chosen, and Durable Functions.</summary>
    /// <exception cref="SettingsException">Settings can't be used.</exception>
    public static IServiceCollection AddGlossaryFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        var installation = InstallationSettings.Read(configuration);
        var host = FunctionsSettings.Read(configuration, installation.SignIn);
        return services
            .AddGlossary(installation.Glossary, installation.Api)
            .AddGlossaryStorage(host.Storage, installation.TermStore)
            .AddGlossarySearch(Path.Combine(Path.GetTempPath(), "glossary-search"))
            .AddSingleton(host)
            .AddSingleton(installation.SignIn)
            .AddSingleton(installation.Reader)
            .AddSingleton<IUploadReader, ReaderProcess>()
            .AddSingleton<IPrincipalSource, PlatformSignIn>()
            .AddSingleton<DurableOperationQueue>()
            .AddSingleton<IOperationQueue>(provider => provider.GetRequiredService<DurableOperationQueue>())
            .AddSingleton<ApiEntry>();
    }

    /// <summary>Adds traces and metrics; they are sent to Azure Monitor where its connection string is set.</summary>
    public static IServiceCollection AddGlossaryTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(Measures.Name))
            .WithMetrics(metrics => metrics.AddMeter(Measures.Name))
            .UseFunctionsWorkerDefaults();
        if (!string.IsNullOrEmpty(configuration[AzureMonitor]))
        {
            services.AddApplicationInsightsTelemetryWorkerService();
        }

        return services;
    }

    /// <summary>Makes containers and tables where the settings say so.</summary>
    public static async Task PrepareStorageAsync(this IHost app)
    {
        if (app.Services.GetRequiredService<FunctionsSettings>().CreatesStorage)
        {
            await app.Services.GetRequiredService<AzureStorageSetup>().EnsureAsync(CancellationToken.None);
        }
    }
}
