using System.Text.RegularExpressions;
using Glossary.App.Kernel.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Glossary.Functions.Tests.Sources;

/// <summary>What can be known of the production host from its sources; each check gives a sentence per mistake.</summary>
internal static partial class Checks
{
    private const string Unknown = "ZZ_Unknown";

    // What an orchestrator must not touch, because its history is run through again.
    private static readonly string[] NotDeterministic =
    [
        "DateTime", "DateTimeOffset", "Stopwatch", "TimeProvider", "Random", "RandomNumberGenerator", "Guid", "Ulid", "Delay", "Run", "WhenAny",
        "Thread", "File", "Directory", "HttpClient", "Environment", "ConfigureAwait", "ILogger",
    ];

    /// <summary>Every check, one after the other as far as they are asked for: what takes longest comes last.</summary>
    public static IEnumerable<string> All(HostSources sources, IReadOnlyList<ApiRoute> table, IReadOnlySet<string> settings) =>
        Parity(HttpFunction.All(sources), table).Concat(Order(HttpFunction.All(sources))).Concat(Bindings(sources, settings))
            .Concat(Orchestrators(sources)).Concat(Awaits(sources)).Concat(Compiles(sources));

    /// <summary>It compiles, without a warning.</summary>
    public static IEnumerable<string> Compiles(HostSources sources) => sources.Compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => $"{diagnostic.Location.SourceTree?.FilePath}: {diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>No task is dropped: the compiler says so in async methods alone.</summary>
    public static IEnumerable<string> Awaits(HostSources sources) =>
        from tree in sources.Compilation.SyntaxTrees
        let model = sources.Compilation.GetSemanticModel(tree)
        from statement in tree.GetRoot().DescendantNodes().OfType<ExpressionStatementSyntax>()
        where model.GetTypeInfo(statement.Expression).Type?.Name is "Task" or "ValueTask"
        select $"{tree.FilePath}: the task of “{statement}” is dropped";

    /// <summary>Each function is an entry of the route table, and each entry has its function.</summary>
    public static IEnumerable<string> Parity(IReadOnlyList<HttpFunction> functions, IReadOnlyList<ApiRoute> table)
    {
        var known = functions.Where(function => function.Name != Unknown).ToList();
        foreach (var twice in known.GroupBy(function => function.Name).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key} is there twice";
        }

        foreach (var missing in table.Where(route => known.TrueForAll(function => function.Name != route.Name)))
        {
            yield return $"{missing.Name} has no function";
        }

        foreach (var function in known)
        {
            if (table.FirstOrDefault(route => route.Name == function.Name) is not { } route)
            {
                yield return $"{function.Name} is no entry of the route table";
                continue;
            }

            var role = route.Role is { } least ? $"Role.{least}" : "null";
            var line = route.ChangesState ? $"api.RunAsync(\"{route.Name}\", {role}, request, client)" : $"api.RunAsync(\"{route.Name}\", {role}, request)";
            foreach (var (what, found, wanted) in ((string, string?, string)[])
            [
                ("method", string.Join(',', function.Methods), route.Method.ToLowerInvariant()),
                ("route", function.Route, route.Pattern),
                ("line", function.Body, line),
                ("access", function.Access == 0 ? "Anonymous" : "another", "Anonymous"),
            ])
            {
                if (found != wanted)
                {
                    yield return $"{function.Name} has the {what} “{found}”, and the table says “{wanted}”";
                }
            }
        }
    }

    /// <summary>The host tries functions in the order of their names: a request must not meet a wider pattern before its own.</summary>
    public static IEnumerable<string> Order(IReadOnlyList<HttpFunction> functions) =>
        from one in functions
        from wider in functions
        where one != wider && one.Route is not null && wider.Route is not null && one.Methods.Intersect(wider.Methods).Any()
            && Regex.IsMatch(Parameter().Replace(one.Route, "x"), Pattern(wider.Route), RegexOptions.NonBacktracking)
            && (string.CompareOrdinal(one.Name, wider.Name) > 0 || string.Compare(one.Name, wider.Name, StringComparison.OrdinalIgnoreCase) > 0)
        select $"{wider.Name} would take the requests of {one.Name}";

    /// <summary>Whatever a binding names exists: parameters, connections, schedules, containers.</summary>
    public static IEnumerable<string> Bindings(HostSources sources, IReadOnlySet<string> settings)
    {
        foreach (var (method, _) in sources.Functions())
        {
            var name = HostSources.NameOf(method);
            var triggers = method.Parameters.SelectMany(parameter => parameter.GetAttributes()).ToList();
            foreach (var connection in triggers.Select(trigger => HostSources.Named(trigger, "Connection")).Where(found => found is not null && !settings.Contains(found)))
            {
                yield return $"{name} has the connection “{connection}”, which is no setting";
            }

            foreach (var timer in triggers.Where(trigger => trigger.AttributeClass?.Name == "TimerTriggerAttribute"))
            {
                if (!Schedule().IsMatch(timer.ConstructorArguments[0].Value as string ?? string.Empty))
                {
                    yield return $"{name} has a schedule that is not six fields";
                }
            }

            var expressions = new HashSet<string>(StringComparer.Ordinal);
            if (triggers.FirstOrDefault(trigger => trigger.AttributeClass?.Name == "BlobTriggerAttribute") is { } blob)
            {
                var path = blob.ConstructorArguments[0].Value as string ?? string.Empty;
                expressions.UnionWith(Parameter().Matches(path).Select(match => match.Groups["name"].Value));
                if (!path.StartsWith(Azure.Blobs.BlobContainers.NameOf(App.Kernel.Blobs.BlobContainer.Uploads) + "/{", StringComparison.Ordinal))
                {
                    yield return $"{name} watches “{path}”, which is not the container of uploads";
                }
            }

            foreach (var parameter in method.Parameters.Where(each => each.GetAttributes().IsEmpty && each.Type.Name != "CancellationToken"))
            {
                if (!expressions.Remove(parameter.Name))
                {
                    yield return $"{name} has the parameter “{parameter.Name}”, which nothing is bound to";
                }
            }

            foreach (var unread in expressions)
            {
                yield return $"{name} binds “{unread}”, which is no parameter";
            }
        }
    }

    /// <summary>An orchestrator gives the same each time its history is run through.</summary>
    public static IEnumerable<string> Orchestrators(HostSources sources) =>
        from function in sources.Functions()
        where function.Symbol.Parameters.Any(parameter => HostSources.Find(parameter, "OrchestrationTriggerAttribute") is not null)
        from used in function.Syntax.Parent!.DescendantNodes().OfType<SimpleNameSyntax>()
        where NotDeterministic.Contains(used.Identifier.Text, StringComparer.Ordinal)
        select $"{HostSources.NameOf(function.Symbol)} uses {used.Identifier.Text}, and is no longer the same each time";

    private static string Pattern(string route) =>
        "^" + string.Join('/', route.Split('/').Select(segment => segment.StartsWith("{*", StringComparison.Ordinal)
            ? ".*"
            : string.Join("[^/]+", Parameter().Split(segment).Where((_, index) => index % 2 == 0).Select(Regex.Escape)))) + "$";

    [GeneratedRegex(@"\{\*?(?<name>\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\S+( \S+){5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Schedule();
}
