using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Glossary.Architecture.Tests;

/// <summary>The assemblies of the product, and its checkout.</summary>
internal static class Product
{
    private static readonly System.Reflection.Assembly[] Assemblies =
    [
        typeof(Extraction.TermExtractor).Assembly,
        typeof(Formats.Documents.DocumentReader).Assembly,
        typeof(Reader.IUploadReader).Assembly,
        typeof(App.GlossaryServices).Assembly,
        typeof(Azure.AzureServices).Assembly,
        typeof(Search.LuceneTermIndexFactory).Assembly,
        typeof(LocalHost.Hosting.LocalHostApplication).Assembly,
    ];

    public static ArchUnitNET.Domain.Architecture Architecture { get; } = new ArchLoader().LoadAssemblies(Assemblies).Build();

    public static string Root { get; } = LocalHost.Hosting.RepositoryLayout.Find().Root;

    /// <summary>What a type of ours uses, with whatever it comes from.</summary>
    public static IEnumerable<(IType From, IType To)> Uses() =>
        from type in Architecture.Types
        from dependency in type.Dependencies
        select (type, dependency.Target);
}
