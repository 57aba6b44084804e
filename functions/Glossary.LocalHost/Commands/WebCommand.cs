using Glossary.LocalHost.Hosting;
using Glossary.LocalHost.Platform;
using Glossary.LocalHost.Web;

namespace Glossary.LocalHost.Commands;

/// <summary>Builds the web page and ends: for tests, and for a machine that shall be ready before it is offline.</summary>
public static class WebCommand
{
    /// <summary>Installs and builds as far as needed.</summary>
    public static Task<int> RunAsync(CancellationToken cancellationToken) => PreparedCommand.RunAsync(
        async token => await new WebBuild(RepositoryLayout.Find().Web, await NodeToolchain.FindAsync(null, token)).EnsureAsync(token), cancellationToken);
}
