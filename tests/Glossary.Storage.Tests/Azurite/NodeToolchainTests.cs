using Glossary.LocalHost.Platform;

namespace Glossary.Storage.Tests.Azurite;

public sealed class NodeToolchainTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-node-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_node_of_this_machine_is_found()
    {
        var toolchain = await NodeToolchain.FindAsync(null, Cancellation);
        Assert.True(toolchain.Version.Major >= NodeToolchain.OldestMajor);
        Assert.True(File.Exists(toolchain.Npm));
    }

    [Fact]
    public async Task A_machine_without_node_is_told_what_to_install() => await FailsAsync("node-not-found", "nodejs.org");

    [Fact]
    public async Task An_old_node_is_named_with_its_version()
    {
        Program("node", "v18.20.4");
        await FailsAsync("node-too-old", "18.20.4");
    }

    [Fact]
    public async Task A_node_that_says_no_version_is_not_taken()
    {
        Program("node", "hello");
        await FailsAsync("node-not-found", "version");
    }

    [Fact]
    public async Task A_node_without_npm_is_not_enough()
    {
        Program("node", "v24.1.0");
        await FailsAsync("npm-not-found", "24.1.0");
    }

    [Fact]
    public async Task A_node_that_cannot_be_run_is_a_sentence()
    {
        Program("node", "v24.1.0");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows runs whatever is named so.");
        }

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "node"), "neither a script nor a program", Cancellation);
        await FailsAsync("node-not-found", "can't be run");
    }

    private async Task FailsAsync(string code, string part)
    {
        var failure = await Assert.ThrowsAsync<StartupException>(() => NodeToolchain.FindAsync(folder.FullName, Cancellation));
        Assert.Equal(code, failure.Code);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    private void Program(string name, string output)
    {
        if (OperatingSystem.IsWindows())
        {
            File.WriteAllText(Path.Combine(folder.FullName, name + ".cmd"), $"@echo {output}");
            return;
        }

        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\necho {output}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
