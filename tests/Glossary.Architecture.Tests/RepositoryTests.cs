using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Glossary.Architecture.Tests;

/// <summary>Rules of the checkout that no compiler knows.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string[] Skipped = [".git", "node_modules", "bin", "obj", "dist", ".data", "test-results", "TestResults", "artifacts"];

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Product.Root, "Glossary.Functions.sln"));
        Assert.DoesNotContain(Files("*.csproj"), path => !solution.Contains(Path.GetFileName(path), StringComparison.Ordinal));
    }

    [Fact]
    public void The_default_build_leaves_the_production_host_alone()
    {
        var solution = File.ReadAllLines(Path.Combine(Product.Root, "Glossary.Functions.sln"));
        var project = solution.Single(line => line.Contains(@"Glossary.Functions\Glossary.Functions.csproj", StringComparison.Ordinal));
        var id = project.Split('"')[^2];
        Assert.DoesNotContain(solution, line => line.Contains(id, StringComparison.Ordinal) && line.Contains(".Build.0", StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_are_kept_in_one_place() =>
        // The production host has its own, because not every mirror has the worker's packages.
        Assert.DoesNotContain(Files("*.csproj"), path => !path.EndsWith("Glossary.Functions.csproj", StringComparison.Ordinal) && XDocument.Load(path).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null));

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Assert.DoesNotContain(Files("*.csproj"), path => !path.EndsWith("Glossary.Functions.csproj", StringComparison.Ordinal)
            && !File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "packages.lock.json")));

    [Fact]
    public void No_lock_file_names_the_server_that_a_package_came_from() =>
        Assert.DoesNotContain(Files("package-lock.json"), path => File.ReadLines(path).Any(line => line.Contains("\"resolved\": \"http", StringComparison.Ordinal)));

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines() =>
        Assert.DoesNotContain(Files("*.cs").Concat(Files("*.ts")).Concat(Files("*.tsx")), path => !path.EndsWith("schema.d.ts", StringComparison.Ordinal) && File.ReadLines(path).Count() > 400);

    [Fact]
    public void No_folder_or_file_is_named_after_nothing() =>
        Assert.DoesNotContain(Files("*.cs").Concat(Files("*.ts")).Concat(Files("*.tsx")), path => Nothing().IsMatch(Path.GetRelativePath(Product.Root, path)));

    [Fact]
    public void What_depends_on_the_operating_system_is_in_one_place()
    {
        string[] marks = ["OperatingSystem.Is", "RuntimeInformation.IsOS", "\"/usr/", "\"C:\\\\"];
        Assert.DoesNotContain(Files("*.cs"), path => Path.GetRelativePath(Product.Root, path).StartsWith("functions", StringComparison.Ordinal)
                && Path.GetFileName(path) != "LocalPlatform.cs" && marks.Any(mark => File.ReadAllText(path).Contains(mark, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Files(string pattern) => Walk(Product.Root, pattern);

    private static IEnumerable<string> Walk(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(
            Directory.EnumerateDirectories(folder)
                .Where(child => !Skipped.Contains(Path.GetFileName(child), StringComparer.Ordinal))
                .SelectMany(child => Walk(child, pattern)));

    [GeneratedRegex(@"(^|[\\/.])(utils?|helpers?|common|misc|manager)([\\/.]|$)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Nothing();
}
