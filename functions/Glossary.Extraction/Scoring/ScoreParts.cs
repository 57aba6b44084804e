using Glossary.Extraction.Candidates;

namespace Glossary.Extraction.Scoring;

/// <summary>The addends of a candidate's log-odds while they are collected; used again for the next candidate, because most are dropped.</summary>
internal sealed class ScoreParts
{
    private readonly List<ScorePart> parts = new(32);

    /// <summary>Their sum, in the order they came.</summary>
    public double LogOdds { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        parts.Clear();
        LogOdds = 0;
    }

    /// <summary>Adds a part, rounded so that it reads well; a part of no weight is left out.</summary>
    public void Add(string name, double value)
    {
        var rounded = Math.Round(value, 4);
        if (rounded != 0)
        {
            parts.Add(new ScorePart(name, rounded));
            LogOdds += rounded;
        }
    }

    /// <summary>The parts so far.</summary>
    public ScorePart[] ToArray() => [.. parts];
}
