using System.Runtime.CompilerServices;
using Glossary.Extraction.Candidates;

namespace Glossary.Extraction.Scoring;

/// <summary>The addends of a candidate's log-odds while they are collected: most candidates are dropped, and cost no allocation.</summary>
internal struct ScoreParts
{
    private const int Most = 32;

    private Buffer parts;
    private int count;

    /// <summary>Their sum, in the order they came.</summary>
    public double LogOdds { get; private set; }

    /// <summary>Adds a part, rounded so that it reads well; a part of no weight is left out.</summary>
    public void Add(string name, double value)
    {
        var rounded = Math.Round(value, 4);
        if (rounded != 0)
        {
            parts[count++] = new ScorePart(name, rounded);
            LogOdds += rounded;
        }
    }

    /// <summary>The parts.</summary>
    public readonly ScorePart[] ToArray()
    {
        var array = new ScorePart[count];
        for (var i = 0; i < count; i++)
        {
            array[i] = parts[i];
        }

        return array;
    }

    [InlineArray(Most)]
    private struct Buffer
    {
        private ScorePart first;
    }
}
