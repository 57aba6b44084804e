using Azure.Monitor.OpenTelemetry.AspNetCore;
using Glossary.App;
using Glossary.App.Features;
using Glossary.App.Features.Sites;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Telemetry;
using Glossary.Azure;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Platform;
using Glossary.LocalHost.SignIn;
using Glossary.LocalHost.Uploads;
using Glossary.LocalHost.Web;
using Glossary.Reader;
using Glossary.Search;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.FileProviders;

namespace Glossary.LocalHost.Hosting;

/// <summary>The host as an ASP.NET Core app: the route table, the page, the watcher of uploads, the inbox and the worker.</summary>
public static class LocalHostApplication
{
    // Ten thousand characters of any script, encoded, are a text to search for.
    private const int LongestRequestLine = 128 * 1024;

    private static readonly string[] LoopbackNames = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Makes the storage ready, starts the app and returns it running.</summary>
    /// <exception cref="StartupException"><c>bad-settings</c>, <c>bad-connection</c>, <c>store-unavailable</c> or <c>port-taken</c>.</exception>
    public static async Task<WebApplication> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            app = Build(options);
            return await StartAsync(app, options, cancellationToken);
        }
        catch (Exception exception)
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            throw exception switch
            {
                StoreUnavailableException => new StartupException(
                    "store-unavailable", "The storage account does not answer. Check the connection string and the network, and start again.", exception),
                SettingsException => new StartupException("bad-settings", exception.Message, exception),
                ArgumentException when !options.IsLocalStore => new StartupException("bad-connection", exception.Message, exception),
                IOException { InnerException: AddressInUseException } => new StartupException(
                    "port-taken", $"Port {options.Address.Port} is taken by another program. Stop that program, or choose another port with --urls.", exception),
                _ => exception,
            };
        }
    }

    private static async Task<WebApplication> StartAsync(WebApplication app, LocalHostOptions options, CancellationToken cancellationToken)
    {

        var setup = app.Services.GetRequiredService<AzureStorageSetup>();
        await setup.EnsureAsync(cancellationToken);
        if (options.IsLocalStore)
        {
            // A real account's rules for other sites are its owner's business.
            await setup.AllowOriginsAsync(Origins(options.Address), cancellationToken);
        }

        await app.StartAsync(cancellationToken);
        return app;
    }

    private static WebApplication Build(LocalHostOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables();
        builder.WebHost.UseUrls(options.Address.ToString());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
        });
        var settings = InstallationSettings.Read(builder.Configuration);
        AddLogs(builder.Logging, settings.JsonLogs);
        AddServices(builder, options, settings);
        AddTelemetry(builder.Services, builder.Configuration);
        var app = builder.Build();
        Map(app, options);
        return app;
    }

    // JSON is for a collector and says everything; the text is for a person at a terminal, who wants to hear of trouble alone.
    private static void AddLogs(ILoggingBuilder logging, bool json)
    {
        logging.ClearProviders().SetMinimumLevel(json ? LogLevel.Information : LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        if (json)
        {
            logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }
    }

    // Sent to Azure Monitor where its connection string is set, and nowhere else.
    private static void AddTelemetry(IServiceCollection services, ConfigurationManager configuration)
    {
        if (!string.IsNullOrEmpty(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]))
        {
            services.AddOpenTelemetry().UseAzureMonitor()
                .WithTracing(traces => traces.AddSource(Measures.Name))
                .WithMetrics(metrics => metrics.AddMeter(Measures.Name));
        }
    }

    private static void AddServices(WebApplicationBuilder builder, LocalHostOptions options, InstallationSettings settings)
    {
        var inbox = new InboxFolder(Path.Combine(options.Data, "inbox"), Path.Combine(options.Data, "inbox.json"));
        builder.Services
            .AddGlossary(settings.Glossary, settings.Api)
            .AddGlossaryStorage(new StorageOptions { ConnectionString = options.ConnectionString }, settings.TermStore)
            .AddGlossarySearch(Path.Combine(options.Data, "search"))
            .AddSingleton(settings.Reader)
            .AddSingleton<IUploadReader, ReaderProcess>()
            .AddSingleton<IPrincipalSource, LocalSignIn>()
            .AddSingleton(inbox)
            .AddSingleton(new LocalSite(
                options.Data, inbox.Folder, options.IsLocalStore ? options.ConnectionString : null, (int)AzuriteServer.SaveInterval.TotalSeconds))
            .AddSingleton<OperationWorker>()
            .AddSingleton<IOperationQueue>(services => services.GetRequiredService<OperationWorker>())
            .AddHostedService(services => services.GetRequiredService<OperationWorker>())
            .AddHostedService<UploadWatcher>()
            .AddHostedService<InboxMirror>()
            .AddResponseCompression(compression => compression.EnableForHttps = true)
            // A site elsewhere must not reach this host under a name of its own that leads here (DNS rebinding).
            .Configure<HostFilteringOptions>(filter => filter.AllowedHosts = LoopbackNames);
    }

    private static void Map(WebApplication app, LocalHostOptions options)
    {
        var blobOrigin = app.Services.GetRequiredService<IBlobStore>().Origin.GetLeftPart(UriPartial.Authority);
        var headers = SiteHeaders.Read(options.SiteConfiguration, blobOrigin);
        app.UseHostFiltering();
        app.UseResponseCompression();
        app.Use(next => http => headers.ApplyAsync(http, next));
        if (options.WebRoot is { } root && Directory.Exists(root))
        {
            var files = new PhysicalFileProvider(root);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = PageCaching.Apply, ContentTypeProvider = PageCaching.Types });
            app.MapFallback("{*path:nonfile}", http => PageCaching.SendPageAsync(http, files));
        }

        LocalSignIn.Map(app);
        foreach (var route in ApiRoutes.All)
        {
            app.MapMethods("/api/" + route.Pattern, [route.Method], async (HttpContext http, ApiPipeline pipeline) =>
                await pipeline.RunAsync(route, http, http.RequestAborted)).WithName(route.Name);
        }

        app.MapFallback("/api/{*path}", async (HttpContext http, ApiPipeline pipeline) => await pipeline.RunAsync(UnknownRoute.Route, http, http.RequestAborted));
    }

    // The page may be opened by either name of this machine.
    private static IReadOnlyCollection<string> Origins(Uri address) =>
        [$"http://127.0.0.1:{address.Port}", $"http://localhost:{address.Port}"];
}
