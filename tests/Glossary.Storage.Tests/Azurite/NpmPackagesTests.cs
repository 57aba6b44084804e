using Glossary.LocalHost.Platform;

namespace Glossary.Storage.Tests.Azurite;

public sealed class NpmPackagesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-npm-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Installed => Path.Combine(folder.FullName, "node_modules", "part", "package.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Packages_are_installed_once_until_the_lock_file_changes()
    {
        Write(version: "1.0.0");
        var packages = await PackagesAsync();
        Assert.True(await packages.EnsureAsync(folder.FullName, Cancellation));
        Assert.True(File.Exists(Installed));
        Assert.False(await packages.EnsureAsync(folder.FullName, Cancellation));
        Write(version: "1.0.1");
        Assert.True(await NpmPackages.AreOutdatedAsync(folder.FullName, Cancellation));
        Assert.True(await packages.EnsureAsync(folder.FullName, Cancellation));
    }

    [Fact]
    public async Task Packages_that_were_removed_are_installed_again()
    {
        Write(version: "1.0.0");
        var packages = await PackagesAsync();
        await packages.EnsureAsync(folder.FullName, Cancellation);
        Directory.Delete(Path.Combine(folder.FullName, "node_modules"), recursive: true);
        Assert.True(await packages.EnsureAsync(folder.FullName, Cancellation));
        Assert.True(File.Exists(Installed));
    }

    [Fact]
    public async Task Of_two_at_once_one_installs_and_the_other_waits()
    {
        Write(version: "1.0.0");
        var packages = await PackagesAsync();
        var installed = await Task.WhenAll(packages.EnsureAsync(folder.FullName, Cancellation), packages.EnsureAsync(folder.FullName, Cancellation));
        Assert.Single(installed, one => one);
        Assert.True(File.Exists(Installed));
    }

    [Fact]
    public async Task A_failure_says_what_npm_said_and_is_tried_again_next_time()
    {
        Write(version: "1.0.0");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "package.json"), """{ "name": "whole", "dependencies": { "other": "1.0.0" } }""", Cancellation);
        var packages = await PackagesAsync();
        var failure = await Assert.ThrowsAsync<StartupException>(() => packages.EnsureAsync(folder.FullName, Cancellation));
        Assert.Equal("npm-failed", failure.Code);
        Assert.Contains("Missing: other@1.0.0", failure.Message, StringComparison.Ordinal);
        Write(version: "1.0.0");
        Assert.True(await packages.EnsureAsync(folder.FullName, Cancellation));
    }

    private static async Task<NpmPackages> PackagesAsync() => new(await NodeToolchain.FindAsync(null, Cancellation));

    // A package beside its user: npm links it and asks no registry.
    private void Write(string version)
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "part"));
        File.WriteAllText(Path.Combine(folder.FullName, "part", "package.json"), $$"""{ "name": "part", "version": "{{version}}" }""");
        File.WriteAllText(Path.Combine(folder.FullName, "package.json"), """{ "name": "whole", "dependencies": { "part": "file:part" } }""");
        File.WriteAllText(
            Path.Combine(folder.FullName, "package-lock.json"),
            $$"""
            { "name": "whole", "lockfileVersion": 3, "packages": {
              "": { "name": "whole", "dependencies": { "part": "file:part" } },
              "node_modules/part": { "resolved": "part", "link": true },
              "part": { "version": "{{version}}" } } }
            """);
    }
}
