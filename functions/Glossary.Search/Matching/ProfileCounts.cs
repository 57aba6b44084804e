using Glossary.Search.Documents;

namespace Glossary.Search.Matching;

/// <summary>Counts the documents of a segment by profile, those too that one filter alone keeps out: a facet is counted without its own filter.</summary>
internal sealed class ProfileCounts
{
    private readonly SegmentColumns columns;
    private readonly int[] counts;
    private readonly bool[] admitted;

    // Which facet keeps a profile out: none, one, or several.
    private readonly ProfileFacet?[] keptOutBy;

    public ProfileCounts(SegmentColumns columns, IReadOnlyList<(ProfileFacet Facet, IReadOnlyList<string> Values)> filters)
    {
        this.columns = columns;
        counts = new int[columns.Profiles.Count];
        admitted = new bool[counts.Length];
        keptOutBy = new ProfileFacet?[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            var against = filters.Where(filter => !filter.Facet.Admits(columns.Profiles[i], filter.Values)).Select(filter => filter.Facet).Distinct().ToList();
            admitted[i] = against.Count == 0;
            keptOutBy[i] = against.Count == 1 ? against[0] : null;
        }
    }

    /// <summary>Counts a document; true where the filters admit it.</summary>
    public bool Count(int document)
    {
        var profile = columns.ProfileOf[document];
        counts[profile]++;
        return admitted[profile];
    }

    /// <summary>Adds the values of a facet to what other segments have.</summary>
    public void AddTo(Dictionary<string, int> values, ProfileFacet facet)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0 && (admitted[i] || keptOutBy[i] == facet))
            {
                foreach (var value in facet.Values(columns.Profiles[i]))
                {
                    values[value] = values.GetValueOrDefault(value) + counts[i];
                }
            }
        }
    }
}
