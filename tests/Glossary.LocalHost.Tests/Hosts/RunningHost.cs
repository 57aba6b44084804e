namespace Glossary.LocalHost.Tests.Hosts;

/// <summary>A host that runs already and that the tests shall be run against: another local host, <c>func start</c>, or a deployed site.</summary>
internal static class RunningHost
{
    public const string NeedsLocalHost = "This needs the local host itself, which the tests start; another one runs at GLOSSARY_TEST_ADDRESS.";
    public const string NeedsStorage = "This puts a blob into the storage by itself: name its connection string in GLOSSARY_TEST_STORAGE.";

    private static readonly string Run = Ulid.NewUlid().ToString().ToLowerInvariant()[^8..];

    /// <summary>Its address, or null where the tests start a host of their own.</summary>
    public static Uri? Address { get; } = Variable("ADDRESS") is { } address ? new Uri(address) : null;

    public static bool IsUsed => Address is not null;

    /// <summary>Connection string of its storage, where it is known.</summary>
    public static string? Storage { get; } = Variable("STORAGE");

    /// <summary>The header that signs the tests in, as <c>Name: value</c>.</summary>
    public static (string Header, string Value)? Credential { get; } = Variable("CREDENTIAL")?.Split(':', 2, StringSplitOptions.TrimEntries) is [var header, var value] ? (header, value) : null;

    /// <summary>A name that no earlier run has used; on a fresh store the name itself.</summary>
    public static string Own(string name) => IsUsed ? $"{name}-{Run}" : name;

    private static string? Variable(string name) => Environment.GetEnvironmentVariable("GLOSSARY_TEST_" + name) is { Length: > 0 } value ? value : null;
}
