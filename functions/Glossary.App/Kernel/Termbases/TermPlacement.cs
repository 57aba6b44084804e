namespace Glossary.App.Kernel.Termbases;

/// <summary>
/// Tells which concept has which term after a change of several. A term is known by its language and first key wherever it stands, and
/// takes its figures and keys along.
/// </summary>
internal sealed class TermPlacement
{
    private readonly Dictionary<string, (List<Term> Present, List<Term> Former)> places;

    /// <summary>Places the terms of all concepts of a change.</summary>
    /// <param name="shapings">The concepts, each once.</param>
    /// <param name="ends">Where the way from the home of a term ends once the change is made, for homes that are other concepts.</param>
    public TermPlacement(IReadOnlyList<Shaping> shapings, IReadOnlyDictionary<string, string> ends)
    {
        places = shapings.ToDictionary(shaping => shaping.Id, _ => (new List<Term>(), new List<Term>()), StringComparer.Ordinal);
        var pool = shapings
            .Where(shaping => shaping.IsGiving)
            .SelectMany(shaping => shaping.Found!.Concept.Terms.Concat(shaping.Found.Concept.Former)
                .Select(term => (Giver: shaping, Term: term with { Home = term.Home ?? shaping.Id })))
            .ToDictionary(each => (each.Term.Language, each.Term.Key));
        var heirs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var shaping in shapings.Where(shaping => shaping.After is not null))
        {
            foreach (var content in shaping.After!.Terms)
            {
                if (shaping.IsTaking && pool.Remove((content.Language, content.Key), out var found))
                {
                    heirs.TryAdd(found.Giver.Id, shaping.Id);
                    places[shaping.Id].Present.Add(content.ApplyTo(found.Term));
                }
                else
                {
                    places[shaping.Id].Present.Add(content.ApplyTo(null));
                }
            }
        }

        // What no content names stays as a former term where its aliases lead, else where it was, else with whoever took the others.
        foreach (var (giver, term) in pool.Values)
        {
            var end = ends.GetValueOrDefault(term.Home!, term.Home!);
            var home = shapings.FirstOrDefault(shaping => shaping.Id == end && shaping.IsTaking)?.Id;
            var keeper = home ?? (giver.IsTaking ? giver.Id : heirs.GetValueOrDefault(giver.Id, giver.Id));
            places[keeper].Former.Add(term);
        }
    }

    /// <summary>The terms that a concept's content names, in its order.</summary>
    public IReadOnlyList<Term> PresentIn(string conceptId) => places[conceptId].Present;

    /// <summary>The others that stay with it; of a concept that goes, those that nobody takes.</summary>
    public IReadOnlyList<Term> FormerIn(string conceptId) => places[conceptId].Former;
}
