using Glossary.App.Kernel.Http;

namespace Glossary.App.Kernel.Members;

/// <summary>A person who may do something in a glossary.</summary>
public sealed record Member
{
    /// <summary>Schema number of this record's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Stable id at the identity provider.</summary>
    public required string Id { get; init; }

    /// <summary>Name to show, or null where nobody said.</summary>
    public string? Name { get; init; }

    /// <summary>What the person may do in the glossary.</summary>
    public required Role Role { get; init; }

    /// <summary>Who said so.</summary>
    public required string AddedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
