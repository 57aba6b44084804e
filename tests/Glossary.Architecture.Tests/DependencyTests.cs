using ArchUnitNET.Domain;

namespace Glossary.Architecture.Tests;

/// <summary>Dependencies point inwards: hosts → App → libraries; Azure, Search → App.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Glossary.Extraction"] = [],
        ["Glossary.Formats"] = ["Glossary.Extraction"],
        ["Glossary.Reader"] = ["Glossary.Extraction", "Glossary.Formats"],
        ["Glossary.App"] = ["Glossary.Extraction", "Glossary.Formats", "Glossary.Reader"],
        ["Glossary.Azure"] = ["Glossary.App"],
        ["Glossary.Search"] = ["Glossary.App", "Glossary.Extraction"],
        ["Glossary.LocalHost"] = ["Glossary.App", "Glossary.Azure", "Glossary.Search", "Glossary.Reader", "Glossary.Formats", "Glossary.Extraction"],
    };

    [Fact]
    public void A_project_uses_only_what_lies_further_in() =>
        Assert.Empty(Product.Uses()
            .Select(use => (From: ProjectOf(use.From), To: ProjectOf(use.To), use))
            .Where(each => each.From is not null && each.To is not null && each.From != each.To && !Allowed[each.From].Contains(each.To))
            .Select(each => $"{each.use.From.FullName} → {each.use.To.FullName}").Distinct());

    [Fact]
    public void The_extraction_touches_nothing_but_the_framework_and_no_file_and_no_network() =>
        Assert.Empty(Uses("Glossary.Extraction", "System.Net.", "System.IO.File", "System.IO.Directory", "Azure.", "Microsoft.AspNetCore.", "UglyToad."));

    [Fact]
    public void The_formats_touch_nothing_but_the_stream_they_are_given() =>
        Assert.Empty(Uses("Glossary.Formats", "System.Net.", "System.IO.File", "System.IO.Directory", "Azure.", "Microsoft.AspNetCore."));

    [Fact]
    public void The_core_knows_no_Azure_and_no_files_of_a_host() =>
        Assert.Empty(Uses("Glossary.App", "Azure.", "Microsoft.Azure.", "Glossary.Azure.", "System.Diagnostics.Process"));

    [Fact]
    public void The_packages_of_Azure_are_used_by_the_adapters_alone() =>
        Assert.Empty(Product.Uses()
            // Where telemetry goes is a host's own business.
            .Where(use => ProjectOf(use.From) is { } project and not "Glossary.Azure" && (use.To.FullName.StartsWith("Azure.", StringComparison.Ordinal) || use.To.FullName.StartsWith("Microsoft.Azure.", StringComparison.Ordinal))
                && !(project == "Glossary.LocalHost" && use.To.FullName.StartsWith("Azure.Monitor.", StringComparison.Ordinal)))
            .Select(use => $"{use.From.FullName} → {use.To.FullName}").Distinct());

    [Fact]
    public void The_search_engine_is_used_by_its_adapter_alone_and_touches_no_network() =>
        Assert.Empty(Product.Uses()
            .Where(use => ProjectOf(use.From) is { } project && (project == "Glossary.Search"
                ? use.To.FullName.StartsWith("System.Net.", StringComparison.Ordinal)
                : use.To.FullName.StartsWith("Lucene.", StringComparison.Ordinal)))
            .Select(use => $"{use.From.FullName} → {use.To.FullName}").Distinct());

    [Fact]
    public void A_feature_uses_no_other_feature() =>
        Assert.Empty(Product.Uses()
            .Select(use => (From: FeatureOf(use.From), To: FeatureOf(use.To), use))
            .Where(each => each.From is not null && each.To is not null && each.From != each.To)
            .Select(each => $"{each.use.From.FullName} → {each.use.To.FullName}").Distinct());

    [Fact]
    public void What_features_share_knows_none_of_them()
    {
        // The serializers name every type that crosses the border, whoever it belongs to.
        string[] registries = ["ApiJson", "StoreJson"];
        Assert.Empty(Product.Uses()
            .Where(use => use.From.FullName.StartsWith("Glossary.App.Kernel.", StringComparison.Ordinal) && FeatureOf(use.To) is not null
                && !registries.Any(registry => use.From.FullName.Contains(registry, StringComparison.Ordinal)))
            .Select(use => $"{use.From.FullName} → {use.To.FullName}").Distinct());
    }

    [Fact]
    public void Ports_are_implemented_by_adapters_and_not_beside_themselves() =>
        Assert.Empty(Product.Architecture.Classes
            .Where(type => type.FullName.StartsWith("Glossary.App.", StringComparison.Ordinal))
            .Where(type => type.ImplementedInterfaces.Any(port => port.Name is "IRecordStore" or "IBlobStore" or "ITermIndexFactory" or "ITermIndex" or "IOperationQueue" or "IPrincipalSource"))
            .Select(type => type.FullName));

    private static IEnumerable<string> Uses(string project, params string[] forbidden) => Product.Uses()
        .Where(use => ProjectOf(use.From) == project && forbidden.Any(prefix => use.To.FullName.StartsWith(prefix, StringComparison.Ordinal)))
        .Select(use => $"{use.From.FullName} → {use.To.FullName}").Distinct();

    private static string? ProjectOf(IType type) => Allowed.Keys.FirstOrDefault(
        project => type.FullName.StartsWith(project + ".", StringComparison.Ordinal));

    private static string? FeatureOf(IType type) => type.FullName.Split('.') is ["Glossary", "App", "Features", var feature, _, ..] ? feature : null;
}
