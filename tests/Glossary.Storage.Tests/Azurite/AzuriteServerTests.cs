using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Glossary.App.Kernel.Records;
using Glossary.Azure;
using Glossary.Azure.Records;
using Glossary.LocalHost.Azurite;
using Glossary.LocalHost.Platform;

namespace Glossary.Storage.Tests.Azurite;

public sealed class AzuriteServerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-azurite-");
    private readonly List<AzuriteServer> started = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string StateFile => Path.Combine(folder.FullName, "azurite.json");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in started)
        {
            await server.StopAsync(CancellationToken.None);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_second_start_on_the_folder_attaches_under_any_name_of_the_folder()
    {
        var first = await StartAsync();
        Assert.False(first.WasRunning);
        var detour = Path.Combine(folder.FullName, "..", folder.Name) + Path.DirectorySeparatorChar;
        var second = await AzuriteServer.StartOrAttachAsync(azurite.Package, detour, null, Cancellation);
        Assert.True(second.WasRunning);
        Assert.Equal((first.ProcessId, first.Ports, first.ConnectionString), (second.ProcessId, second.Ports, second.ConnectionString));
    }

    [Fact]
    public void A_link_to_the_folder_is_the_folder()
    {
        var real = Directory.CreateDirectory(Path.Combine(folder.FullName, "real"));
        var link = Path.Combine(folder.FullName, "link");
        try
        {
            Directory.CreateSymbolicLink(link, real.FullName);
        }
        catch (IOException)
        {
            Assert.Skip("This account may not make links.");
        }

        Assert.Equal(LocalPlatform.RealPath(Path.Combine(real.FullName, "new", "data")), LocalPlatform.RealPath(Path.Combine(link, "new", "data")));
    }

    [Fact]
    public async Task A_data_folder_is_made_where_it_is_missing()
    {
        var server = await AzuriteServer.StartOrAttachAsync(azurite.Package, Path.Combine(folder.FullName, "new", "data"), null, Cancellation);
        started.Add(server);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "new", "data", "azurite.json")));
    }

    [Fact]
    public async Task Two_starts_at_once_give_one_process()
    {
        var servers = await Task.WhenAll(StartAsync(), StartAsync());
        Assert.Equal(servers[0].ProcessId, servers[1].ProcessId);
        Assert.Single(servers, server => server.WasRunning);
    }

    [Fact]
    public async Task Stopping_waits_for_the_end_and_keeps_every_write_and_the_ports()
    {
        var first = await StartAsync();
        var store = await StoreOfAsync(first);
        await store.CommitAsync("p", [RecordWrite.Insert("written just before", "1")], Cancellation);
        await first.StopAsync(Cancellation);
        Assert.False(LocalPlatform.IsRunning(first.ProcessId, "node", folder.Name));

        var second = await StartAsync();
        Assert.False(second.WasRunning);
        Assert.Equal(first.Ports, second.Ports);
        Assert.NotNull(await (await StoreOfAsync(second)).FindAsync("p", "written just before", Cancellation));
    }

    [Fact]
    public async Task Stopping_twice_is_no_error()
    {
        var server = await StartAsync();
        await server.StopAsync(Cancellation);
        await server.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_state_file_of_a_process_that_is_none_of_ours_is_stale()
    {
        var ports = AzuritePorts.FindFree();
        new AzuriteState(Environment.ProcessId, ports.Blob, ports.Queue, ports.Table, "3.0.0", DateTimeOffset.UnixEpoch).Write(StateFile);
        var server = await StartAsync();
        Assert.False(server.WasRunning);
        Assert.NotEqual(Environment.ProcessId, server.ProcessId);
        Assert.Equal(server.ProcessId, AzuriteState.Read(StateFile)!.Pid);
    }

    [Fact]
    public async Task A_state_file_that_is_damaged_is_stale()
    {
        await File.WriteAllTextAsync(StateFile, "{ \"pid\": 12", Cancellation);
        Assert.False((await StartAsync()).WasRunning);
    }

    [Fact]
    public async Task An_azurite_that_was_killed_is_started_again()
    {
        var first = await StartAsync();
        using (var process = Process.GetProcessById(first.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        var second = await StartAsync();
        Assert.False(second.WasRunning);
        Assert.NotEqual(first.ProcessId, second.ProcessId);
    }

    [Fact]
    public async Task A_configured_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;
        var failure = await Assert.ThrowsAsync<StartupException>(
            () => AzuriteServer.StartOrAttachAsync(azurite.Package, folder.FullName, AzuritePorts.FindFree() with { Queue = taken }, Cancellation));
        Assert.Equal("port-taken", failure.Code);
        Assert.Contains($"{taken}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ports_of_the_last_run_that_are_taken_meanwhile_give_way_to_others()
    {
        var first = await StartAsync();
        await first.StopAsync(Cancellation);
        using var other = new TcpListener(IPAddress.Loopback, first.Ports.Table);
        other.Start();
        Assert.DoesNotContain(first.Ports.Table, (await StartAsync()).Ports.All);
    }

    [Fact]
    public async Task Azurite_outlives_a_parent_that_is_killed()
    {
        var ports = AzuritePorts.FindFree();
        Directory.CreateDirectory(Path.Combine(folder.FullName, "azurite"));
        var toolchain = await NodeToolchain.FindAsync(null, Cancellation);
        var start = new ProcessStartInfo(toolchain.Node)
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "-e", "require('child_process').execFileSync(process.execPath, process.argv.slice(1)); console.log('started'); setInterval(() => {}, 1000)",
                Path.Combine(AzuritePackage.FindFolder(), "start.mjs"), StateFile, Path.Combine(folder.FullName, "azurite.log"),
                Path.Combine(LocalPlatform.RealPath(folder.FullName), "azurite"), $"{ports.Blob}", $"{ports.Queue}", $"{ports.Table}",
            },
        };
        using (var parent = Process.Start(start)!)
        {
            Assert.Equal("started", await parent.StandardOutput.ReadLineAsync(Cancellation));
            parent.Kill();
            await parent.WaitForExitAsync(Cancellation);
        }

        var server = await StartAsync();
        Assert.True(server.WasRunning);
        Assert.Equal(ports, server.Ports);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_a_sentence()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var failure = await Assert.ThrowsAsync<StartupException>(
            () => AzuriteServer.StartOrAttachAsync(azurite.Package, Path.Combine(file, "data"), null, Cancellation));
        Assert.Equal("no-permission", failure.Code);
        Assert.Contains("--data", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_azurite_that_ends_at_once_is_a_sentence_with_the_end_of_its_log()
    {
        var damaged = Directory.CreateDirectory(Path.Combine(folder.FullName, "azurite"));
        await File.WriteAllTextAsync(Path.Combine(damaged.FullName, "__azurite_db_table__.json"), "not JSON", Cancellation);
        var failure = await Assert.ThrowsAsync<StartupException>(StartAsync);
        Assert.Equal("azurite-silent", failure.Code);
        Assert.Contains("JSON", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<TableRecordStore> StoreOfAsync(AzuriteServer server)
    {
        var clients = StorageClients.Create(new StorageOptions { ConnectionString = server.ConnectionString });
        var setup = new AzureStorageSetup(clients);
        await setup.EnsureAsync(Cancellation);
        return new TableRecordStore(clients.Tables.GetTableClient(setup.TermsTable));
    }

    private async Task<AzuriteServer> StartAsync()
    {
        var server = await AzuriteServer.StartOrAttachAsync(azurite.Package, folder.FullName, null, Cancellation);
        lock (started)
        {
            started.Add(server);
        }

        return server;
    }
}
