using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.App.Kernel.Search;

/// <summary>What is searched for.</summary>
public sealed record SearchRequest
{
    /// <summary>What a person typed; empty for every concept that the filter admits.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Which concepts.</summary>
    public SearchFilter Filter { get; init; } = SearchFilter.All;

    /// <summary>What comes first.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Most hits wanted.</summary>
    public required int Top { get; init; }

    /// <summary>Where the page before ended, or null for the first one.</summary>
    public string? After { get; init; }
}

/// <summary>What comes first in a list of hits; equal ones follow the alphabet.</summary>
public enum SearchOrder
{
    /// <summary>Where the words stand, then the score.</summary>
    Relevance,

    /// <summary>The greatest score.</summary>
    Score,

    /// <summary>The alphabet, without case and accents.</summary>
    Name,
}

/// <summary>Which concepts are wanted, whatever their words. An empty list admits all.</summary>
public sealed record SearchFilter
{
    /// <summary>Every concept.</summary>
    public static SearchFilter All { get; } = new();

    /// <summary>States.</summary>
    public IReadOnlyList<TermState> States { get; init; } = [];

    /// <summary>BCP 47 tags: a concept with a term in one of them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Subject fields.</summary>
    public IReadOnlyList<string> SubjectFields { get; init; } = [];

    /// <summary>Types of the term that names the concept.</summary>
    public IReadOnlyList<CandidateType> Types { get; init; } = [];

    /// <summary>Parts of speech of the term that names the concept.</summary>
    public IReadOnlyList<string> PartsOfSpeech { get; init; } = [];

    /// <summary>Ids of the people who shall look after them.</summary>
    public IReadOnlyList<string> Assignees { get; init; } = [];

    /// <summary>Tags: a concept with one of them.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How that term came here.</summary>
    public IReadOnlyList<TermOrigin> Origins { get; init; } = [];

    /// <summary>Least score, 0–1.</summary>
    public double MinimumScore { get; init; }

    /// <summary>Greatest score, 0–1.</summary>
    public double MaximumScore { get; init; } = 1;
}
