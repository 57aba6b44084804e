using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glossary.Functions.Tests.Sources;

/// <summary>The sources of the production host, compiled against the stubs; a test may alter them in memory.</summary>
internal sealed class HostSources
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest, DocumentationMode.Parse);

    private HostSources(CSharpCompilation compilation) => Compilation = compilation;

    public static string Root { get; } = LocalHost.Hosting.RepositoryLayout.Find().Root;

    public CSharpCompilation Compilation { get; }

    public static HostSources Read()
    {
        var folder = Path.Combine(Root, "functions", "Glossary.Functions");
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal))
            .Select(file => Parse(file.Name, File.ReadAllText(file.Path)));
        return new HostSources(CSharpCompilation.Create(
            "Glossary.Functions",
            [.. trees, Parse("ImplicitUsings.cs", ImplicitUsings)],
            References,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999)));
    }

    /// <summary>The sources with one passage replaced by another.</summary>
    public HostSources With(string file, string passage, string replacement)
    {
        var tree = Compilation.SyntaxTrees.Single(each => each.FilePath == file);
        var text = tree.ToString();
        Assert.Contains(passage, text, StringComparison.Ordinal);
        return new HostSources(Compilation.ReplaceSyntaxTree(tree, Parse(file, text.Replace(passage, replacement, StringComparison.Ordinal))));
    }

    /// <summary>Every method that is a function, with its declaration.</summary>
    public IEnumerable<(IMethodSymbol Symbol, MethodDeclarationSyntax Syntax)> Functions() =>
        from tree in Compilation.SyntaxTrees
        let model = Compilation.GetSemanticModel(tree)
        from syntax in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let symbol = model.GetDeclaredSymbol(syntax)
        where NameOf(symbol) is not null
        select (symbol, syntax);

    /// <summary>A function's name, or null where a method is none.</summary>
    public static string? NameOf(IMethodSymbol method) => Find(method, "FunctionAttribute")?.ConstructorArguments[0].Value as string;

    public static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(each => each.AttributeClass?.Name == attribute);

    /// <summary>A named argument of an attribute.</summary>
    public static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(each => each.Key == name).Value.Value as string;

    private static SyntaxTree Parse(string name, string text) => CSharpSyntaxTree.ParseText(text, Language, name);
}
