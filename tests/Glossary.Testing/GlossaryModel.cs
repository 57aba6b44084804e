using Glossary.App.Kernel.Termbases;

namespace Glossary.Testing;

/// <summary>
/// A glossary as plain collections, with the rules that people are told: what belongs to whom, what an undo gives back, what documents show.
/// Each operation answers whether it is allowed; one that is not changes nothing.
/// </summary>
internal sealed class GlossaryModel
{
    private readonly Dictionary<string, ModelConcept> concepts = new(StringComparer.Ordinal);

    // Where the alias of a key leads directly; a merged concept leads on.
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly List<string> seen = [];
    private readonly Dictionary<(string Document, string Key), int> evidence = [];

    /// <summary>The changes of people, by number: what each concept was before and after; null where it was not.</summary>
    public Dictionary<long, IReadOnlyList<ModelEdit>> Changes { get; } = [];

    /// <summary>Concepts that stand in the lists, in the order in which they were first seen: ids differ from run to run.</summary>
    public IReadOnlyList<ModelConcept> Standing => [.. seen.Where(concepts.ContainsKey).Select(id => concepts[id]).Where(concept => concept.Content.MergedInto is null)];

    public bool Leads(string key) => aliases.ContainsKey(key);

    public int FrequencyOf(ModelTerm term) => evidence.Where(pair => term.Keys.Contains(pair.Key.Key)).Sum(pair => pair.Value);

    public int DocumentsOf(ModelConcept concept) => evidence.Keys
        .Where(place => concept.Present.Any(term => term.Keys.Contains(place.Key))).Select(place => place.Document).Distinct().Count();

    public string EndOf(string id)
    {
        while (concepts.GetValueOrDefault(id)?.Content.MergedInto is { } next)
        {
            id = next;
        }

        return id;
    }

    // Documents.
    public void Record(string document, IReadOnlyDictionary<string, int> words, Func<string, string> idOf)
    {
        foreach (var (word, frequency) in words)
        {
            evidence[(document, word)] = frequency;
            if (!aliases.ContainsKey(word))
            {
                var id = idOf(word);
                aliases[word] = id;
                seen.Add(id);
                concepts[id] = new ModelConcept(id, new ModelContent([new ModelName(word, word)])) { Present = [new ModelTerm(word)] };
            }
        }
    }

    public void Withdraw(string document, IReadOnlyCollection<string> keep)
    {
        foreach (var key in evidence.Keys.Where(place => place.Document == document && !keep.Contains(place.Key)).Select(place => place.Key).ToList())
        {
            evidence.Remove((document, key));
            var holder = concepts[EndOf(aliases[key])];
            if (!holder.IsTouched && DocumentsOf(holder) == 0)
            {
                concepts.Remove(holder.Id);
                aliases.Remove(key);
            }
        }
    }

    // People.
    public bool CanCreate(string word) => !aliases.ContainsKey(word);

    public void Create(long number, string id, string word)
    {
        aliases[word] = id;
        Shape(number, [(id, new ModelContent([new ModelName(word, word) { Origin = TermOrigin.Typed }]))]);
    }

    public void Note(long number, ModelConcept concept, string note) => Shape(number, [(concept.Id, concept.Content with { Note = note })]);

    public bool CanAdd(ModelConcept concept, string word) => IsFreeFor(concept, word) && concept.Content.Terms.All(term => term.Key != word && term.Text != word);

    public void Add(long number, ModelConcept concept, string word)
    {
        aliases.TryAdd(word, concept.Id);
        var state = concept.Content.State;
        var name = new ModelName(word, word) { Origin = TermOrigin.Typed, State = state, Status = state == TermState.Approved ? TermStatus.Admitted : null };
        Shape(number, [(concept.Id, concept.Content with { Terms = [.. concept.Content.Terms, name] })]);
    }

    public bool CanReword(ModelConcept concept, int term, string word) =>
        IsFreeFor(concept, word) && concept.Content.Terms.Where((_, index) => index != term).All(each => each.Text != word);

    public void Reword(long number, ModelConcept concept, int term, string word)
    {
        var key = concept.Content.Terms[term].Key;
        if (aliases.TryAdd(word, aliases[key]))
        {
            concept.Present.Single(each => each.Key == key).Keys.Add(word);
        }

        Shape(number, [(concept.Id, concept.Content with { Terms = [.. concept.Content.Terms.Select((each, index) => index == term ? each with { Text = word } : each)] })]);
    }

    public void Remove(long number, ModelConcept concept, int term) =>
        Shape(number, [(concept.Id, concept.Content with { Terms = [.. concept.Content.Terms.Where((_, index) => index != term)] })]);

    public void Decide(long number, IReadOnlyList<ModelConcept> decided, TermState state) =>
        Shape(number, [.. decided.Select(concept => (concept.Id, (ModelContent?)concept.Content.In(state)))]);

    public void Merge(long number, ModelConcept kept, ModelConcept merged)
    {
        var (one, other) = (kept.Content, merged.Content);
        var together = one with
        {
            Terms = Ranked([.. one.Terms, .. other.Terms.Select(term => term with
            {
                State = term.State == other.State ? one.State : term.State,
                Status = term.Status == TermStatus.Preferred ? null : term.Status,
            })]),
            Note = one.Note is null || other.Note is null || one.Note == other.Note ? one.Note ?? other.Note : $"{one.Note}\n\n{other.Note}",
            Relations = [.. one.Relations.Union(other.Relations).Where(relation => EndOf(relation.Other) != kept.Id && EndOf(relation.Other) != merged.Id)],
        };
        Shape(number, [(kept.Id, together), (merged.Id, other with { MergedInto = kept.Id })]);
    }

    public void Split(long number, ModelConcept concept, int term, string next)
    {
        var goes = concept.Content.Terms[term];
        Shape(number,
        [
            (concept.Id, concept.Content with { Terms = Ranked([.. concept.Content.Terms.Where((_, index) => index != term)]) }),
            (next, new ModelContent(Ranked([goes.Status == TermStatus.Admitted ? goes with { Status = null } : goes])) { State = concept.Content.State }),
        ]);
    }

    public bool AreRelated(ModelConcept one, RelationKind kind, ModelConcept other) =>
        one.Content.Relations.Any(relation => relation.Kind == kind && EndOf(relation.Other) == other.Id);

    public void Relate(long number, ModelConcept one, RelationKind kind, ModelConcept other, bool holds)
    {
        Shape(number, [(one.Id, With(one, kind, other.Id)), (other.Id, With(other, kind.Inverse(), one.Id))]);

        ModelContent With(ModelConcept concept, RelationKind each, string end)
        {
            var others = concept.Content.Relations.Where(relation => relation.Kind != each || EndOf(relation.Other) != end);
            return concept.Content with { Relations = holds ? [.. others, (each, end)] : [.. others] };
        }
    }

    public bool CanUndo(long number)
    {
        if (!Changes.TryGetValue(number, out var edits)
            || edits.Any(edit => concepts.GetValueOrDefault(edit.Id) is { } concept ? edit.After?.Says(concept.Content) != true : edit.After is not null))
        {
            return false;
        }

        // An id that leads to a concept must not lead into nothing.
        if (edits.Any(edit => edit.Before is null && concepts.Values.Any(concept => concept.Content.MergedInto == edit.Id)))
        {
            return false;
        }

        // What comes back needs its wordings; what goes must not be shown by documents, unless another concept takes its terms.
        var known = edits.Where(edit => concepts.ContainsKey(edit.Id)).SelectMany(edit => concepts[edit.Id].Terms).Select(term => term.Key).ToHashSet();
        var taken = edits.Where(edit => edit.Before is { MergedInto: null }).SelectMany(edit => edit.Before!.Terms.Select(term => (edit.Id, term.Key)));
        return taken.All(term => known.Contains(term.Key) || !aliases.TryGetValue(term.Key, out var owner) || EndOf(owner) == term.Id)
            && edits.Where(edit => edit.Before is null).All(edit => Heir(edits, concepts[edit.Id]) is not null
                || !evidence.Keys.Any(place => concepts[edit.Id].Terms.Any(term => term.Keys.Contains(place.Key))));
    }

    public void Undo(long number, long undone)
    {
        var edits = Changes[undone];
        foreach (var edit in edits.Where(edit => edit.Before is { MergedInto: null }))
        {
            foreach (var term in edit.Before!.Terms)
            {
                aliases.TryAdd(term.Key, edit.Id);
            }
        }

        Shape(number, [.. edits.Select(edit => (edit.Id, edit.Before))]);
    }

    /// <summary>An approved term has a rank; the first one is preferred where none is.</summary>
    public static IReadOnlyList<ModelName> Ranked(IReadOnlyList<ModelName> terms)
    {
        var hasPreferred = terms.Any(term => term is { State: TermState.Approved, Status: TermStatus.Preferred });
        var ranked = new List<ModelName>();
        foreach (var term in terms)
        {
            TermStatus? status = term.State != TermState.Approved ? null : term.Status ?? (hasPreferred ? TermStatus.Admitted : TermStatus.Preferred);
            hasPreferred |= status == TermStatus.Preferred;
            ranked.Add(term with { Status = status });
        }

        return ranked;
    }

    private static string? Heir(IReadOnlyList<ModelEdit> edits, ModelConcept gone) => edits
        .FirstOrDefault(edit => edit.Id != gone.Id && edit.Before is { MergedInto: null } before && before.Terms.Any(term => gone.Terms.Any(each => each.Key == term.Key)))?.Id;

    private bool IsFreeFor(ModelConcept concept, string word) => !aliases.TryGetValue(word, out var owner) || EndOf(owner) == concept.Id;

    // Gives concepts their contents. A term goes where its first key is named, and otherwise stays where its alias leads.
    private void Shape(long number, IReadOnlyList<(string Id, ModelContent? After)> shapes)
    {
        var edits = shapes.Select(shape => new ModelEdit(shape.Id, concepts.GetValueOrDefault(shape.Id)?.Content, shape.After)).ToList();
        Changes[number] = edits;
        seen.AddRange(edits.Select(edit => edit.Id).Except(seen));
        var pool = edits.Where(edit => edit.Before is { MergedInto: null })
            .SelectMany(edit => concepts[edit.Id].Terms.Select(term => (Giver: edit.Id, Term: term))).ToList();
        foreach (var edit in edits)
        {
            if (edit.After is null)
            {
                concepts.Remove(edit.Id);
                continue;
            }

            concepts[edit.Id] = new ModelConcept(edit.Id, edit.After)
            {
                IsTouched = true,
                Present = edit.After.MergedInto is not null ? [] : [.. edit.After.Terms.Select(named =>
                    pool.Select(each => each.Term).FirstOrDefault(term => term.Key == named.Key) ?? new ModelTerm(named.Key))],
            };
        }

        var holding = edits.Where(edit => edit.After is { MergedInto: null }).Select(edit => edit.Id).ToHashSet();
        foreach (var (giver, term) in pool.Where(each => !holding.Any(id => concepts[id].Present.Contains(each.Term))))
        {
            var home = EndOf(aliases[term.Key]);
            var keeper = holding.Contains(home) ? home
                : holding.Contains(giver) ? giver
                : edits.FirstOrDefault(edit => holding.Contains(edit.Id) && pool.Any(each => each.Giver == giver && concepts[edit.Id].Present.Contains(each.Term)))?.Id;
            if (keeper is not null)
            {
                concepts[keeper].Former.Add(term);
            }
            else
            {
                foreach (var key in term.Keys)
                {
                    aliases.Remove(key);
                }
            }
        }

        foreach (var id in holding)
        {
            Settle(concepts[id]);
        }
    }

    private void Settle(ModelConcept concept)
    {
        foreach (var term in concept.Terms)
        {
            // A later wording that is a term of its own by now has its key for itself.
            term.Keys.RemoveAll(key => key != term.Key && concept.Terms.Any(other => other != term && other.Key == key));
            if (EndOf(aliases[term.Key]) != concept.Id)
            {
                foreach (var key in term.Keys)
                {
                    aliases[key] = concept.Id;
                }
            }
        }
    }
}

/// <summary>A concept of the model.</summary>
internal sealed record ModelConcept(string Id, ModelContent Content)
{
    /// <summary>Whether a person changed it: it outlives its documents.</summary>
    public bool IsTouched { get; init; }

    /// <summary>Terms that its content names.</summary>
    public List<ModelTerm> Present { get; init; } = [];

    /// <summary>Terms that were taken out.</summary>
    public List<ModelTerm> Former { get; init; } = [];

    /// <summary>All of them.</summary>
    public IEnumerable<ModelTerm> Terms => Present.Concat(Former);
}

/// <summary>What people decided of a concept, as far as the model goes.</summary>
internal sealed record ModelContent(IReadOnlyList<ModelName> Terms)
{
    public TermState State { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<(RelationKind Kind, string Other)> Relations { get; init; } = [];

    public string? MergedInto { get; init; }

    public ModelContent In(TermState state) => this with
    {
        State = state,
        Terms = GlossaryModel.Ranked([.. Terms.Select(term => term.State == State ? term with { State = state } : term)]),
    };

    public bool Says(ModelContent other) =>
        Terms.SequenceEqual(other.Terms) && State == other.State && Note == other.Note && Relations.SequenceEqual(other.Relations) && MergedInto == other.MergedInto;
}

/// <summary>A term as a content names it.</summary>
internal sealed record ModelName(string Key, string Text)
{
    public TermOrigin Origin { get; init; }

    public TermState State { get; init; }

    public TermStatus? Status { get; init; }
}

/// <summary>A term wherever it stands, with the keys of all its wordings.</summary>
internal sealed class ModelTerm(string key)
{
    public string Key { get; } = key;

    public List<string> Keys { get; } = [key];
}

/// <summary>A concept before and after a change.</summary>
internal sealed record ModelEdit(string Id, ModelContent? Before, ModelContent? After);
