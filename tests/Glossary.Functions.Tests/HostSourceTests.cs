using System.Text.Json;
using Glossary.App.Features;
using Glossary.App.Kernel.Http;
using Glossary.Functions.Tests.Sources;

namespace Glossary.Functions.Tests;

/// <summary>The production host does what the route table says, and each mistake that could be made is noticed.</summary>
public sealed class HostSourceTests
{
    private static readonly HostSources Sources = HostSources.Read();
    private static readonly IReadOnlySet<string> Settings = ReadSettings();

    [Fact]
    public void The_host_is_right() => Assert.Empty(Checks.All(Sources, ApiRoutes.All, Settings));

    [Theory]
    [InlineData("Http/DocumentsFunctions.cs", "[Function(\"Documents_List\")]", "", "Documents_List has no function")]
    [InlineData("Http/DocumentsFunctions.cs", "[Function(\"Documents_List\")]", "[Function(\"Documents_Get\")]", "Documents_Get is there twice")]
    [InlineData("Http/DocumentsFunctions.cs", "[Function(\"Documents_List\")]", "[Function(\"Documents_All\")]", "Documents_All is no entry")]
    [InlineData("Http/DocumentsFunctions.cs", "\"Documents_Delete\", Role.Editor", "\"Documents_Delete\", Role.Reader", "Documents_Delete has the line")]
    [InlineData("Http/HealthFunctions.cs", "\"Health_Live\", null", "\"Health_Ready\", null", "Health_Live has the line")]
    [InlineData("Http/DocumentsFunctions.cs", "documents/{document}:cancel", "documents/{documnet}:cancel", "Documents_Cancel has the route")]
    [InlineData("Http/GlossariesFunctions.cs", "\"post\"", "\"put\"", "Glossaries_Create has the method")]
    [InlineData("Http/GlossariesFunctions.cs", "AuthorizationLevel.Anonymous", "AuthorizationLevel.Function", "Glossaries_Create has the access")]
    [InlineData("Http/ExportsFunctions.cs", "request, client)", "request)", "Exports_Start has the line")]
    [InlineData("Http/UnknownFunctions.cs", "ZZ_Unknown", "Any_Unknown", "Any_Unknown would take the requests of")]
    [InlineData("Uploads/UploadFunctions.cs", "uploads/{name}", "uploads/{nmae}", "Upload_Arrived binds “nmae”")]
    [InlineData("Uploads/UploadFunctions.cs", "uploads/{name}", "upload/{name}", "which is not the container")]
    [InlineData("Uploads/UploadFunctions.cs", "Connection = FunctionsSettings.Connection)] BlobClient", "Connection = \"Upload\")] BlobClient", "which is no setting")]
    [InlineData("Uploads/UploadFunctions.cs", "0 */15 * * * *", "*/15 * * * *", "Reconcile_Uploads has a schedule")]
    [InlineData("Operations/OperationOrchestrator.cs", "await context.CreateTimer", "context.CreateTimer", "CS4014")]
    [InlineData("Operations/OperationOrchestrator.cs", "await context.CallActivityAsync", "context.CallActivityAsync", "CS1061")]
    [InlineData("Operations/DurableOperationQueue.cs", "await call();", "_ = 1; call();", "CS4014")]
    [InlineData("Http/UnknownFunctions.cs", "=>\n        api.UnknownAsync(request);", "{ api.UnknownAsync(request); return Task.FromResult<IResult>(null!); }", "is dropped")]
    [InlineData("Operations/OperationOrchestrator.cs", "context.InstanceId, Patient", "Guid.Empty.ToString(), Patient", "OperationOrchestrator uses Guid")]
    [InlineData("Operations/OperationStep.cs", "operation?.State", "operation.State", "CS8602")]
    [InlineData("Program.cs", "ConfigureFunctionsWebApplication", "ConfigureFunctionsWebApp", "CS1061")]
    public void A_mistake_in_the_host_is_noticed(string file, string passage, string mistake, string finding) =>
        Assert.Contains(Checks.All(Sources.With(file, passage, mistake), ApiRoutes.All, Settings), each => each.Contains(finding, StringComparison.Ordinal));

    [Fact]
    public void A_change_of_the_table_alone_is_noticed()
    {
        var first = ApiRoutes.All[0];
        IReadOnlyList<ApiRoute> rest = [.. ApiRoutes.All.Skip(1)];
        var functions = HttpFunction.All(Sources);

        Assert.Equal([$"{first.Name} is no entry of the route table"], Checks.Parity(functions, rest));
        Assert.Equal(["New_Route has no function"], Checks.Parity(functions, [.. ApiRoutes.All, first with { Name = "New_Route" }]));
        Assert.StartsWith($"{first.Name} has the line", Assert.Single(Checks.Parity(functions, [first with { Role = Role.Admin }, .. rest])), StringComparison.Ordinal);
        Assert.StartsWith($"{first.Name} has the route", Assert.Single(Checks.Parity(functions, [first with { Pattern = "v2/me" }, .. rest])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_of_settings_holds_no_secret() =>
        Assert.DoesNotContain("AccountKey", File.ReadAllText(Path.Combine(HostSources.Root, "local.settings.sample.json")), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_host_s_settings_send_what_the_routes_expect()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(HostSources.Root, "host.json")));
        Assert.Equal("api", json.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal("OpenTelemetry", json.RootElement.GetProperty("telemetryMode").GetString());
    }

    private static HashSet<string> ReadSettings()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(HostSources.Root, "local.settings.sample.json")));
        return [.. json.RootElement.GetProperty("Values").EnumerateObject().Select(setting => setting.Name)];
    }
}
