using Glossary.App.Kernel.Search;
using Microsoft.Extensions.DependencyInjection;

namespace Glossary.Search;

/// <summary>Registers the search engine.</summary>
public static class SearchServices
{
    /// <summary>Registers <see cref="ITermIndexFactory"/> as a singleton.</summary>
    /// <param name="services">The container of a host that has the core.</param>
    /// <param name="place">A folder for temporary files, which several processes may share.</param>
    public static IServiceCollection AddGlossarySearch(this IServiceCollection services, string place) =>
        services.AddSingleton<ITermIndexFactory>(provider =>
            new LuceneTermIndexFactory(place, provider.GetRequiredService<SearchSettings>().FillingMemory / 1e6));
}
