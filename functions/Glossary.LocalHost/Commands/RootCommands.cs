using System.CommandLine;
using Glossary.App.OpenApi;
using Glossary.LocalHost.Hosting;

namespace Glossary.LocalHost.Commands;

/// <summary>The command line: without a command the host serves; each command does one thing and ends.</summary>
public static class RootCommands
{
    /// <summary>Does what a command line says.</summary>
    /// <returns>The command's exit code; 2 where the line is wrong.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var result = Create().Parse(args);
        var code = await result.InvokeAsync();
        return result.Errors.Count > 0 ? ExtractCommand.WrongUse : code;
    }

    /// <summary>The root command.</summary>
    public static RootCommand Create()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "Folder of the local store, the inbox and the logs (default: .data in the checkout)." };
        var urls = new Option<string?>("--urls") { Description = "Address to listen on, on this machine alone (default: http://127.0.0.1:5080, or the next free port)." };
        var noWeb = new Option<bool>("--no-web") { Description = "Serve the API without building and serving the web page." };
        var open = new Option<bool>("--open") { Description = "Open the page in the browser." };
        var connection = new Option<string?>("--connection") { Description = "Connection string of a storage account to use instead of the local store." };
        var root = new RootCommand("Glossary: turns documents into a validated, translated glossary.") { data, urls, noWeb, open, connection };
        root.SetAction((result, cancellationToken) => ServeCommand.RunAsync(
            new ServeOptions
            {
                Data = result.GetValue(data)?.FullName,
                Urls = result.GetValue(urls),
                NoWeb = result.GetValue(noWeb),
                Open = result.GetValue(open),
                Connection = result.GetValue(connection),
            },
            cancellationToken));

        var openApi = new Command("openapi", "Print the OpenAPI description.");
        openApi.SetAction(_ => Console.Out.Write(OpenApiDescription.Write()));
        root.Subcommands.Add(openApi);

        var web = new Command("web", "Install the packages of the web page and build it, where it has changed.");
        web.SetAction((_, cancellationToken) => WebCommand.RunAsync(cancellationToken));
        root.Subcommands.Add(web);
        root.Subcommands.Add(ExtractCommand.Create());
        return root;
    }
}
