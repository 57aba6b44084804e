using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Kernel.Search;

/// <summary>Port to an engine that indexes concepts. What it makes is never a source of truth: it is thrown away and made again at will.</summary>
public interface ITermIndexFactory
{
    /// <summary>Name of what <see cref="ITermIndex.Save"/> writes; an engine reads only what has its own name.</summary>
    string Format { get; }

    /// <summary>An empty index, to be filled.</summary>
    ITermIndex Create();

    /// <summary>The index that <see cref="ITermIndex.Save"/> has written.</summary>
    /// <exception cref="InvalidDataException">The stream holds none of this <see cref="Format"/>.</exception>
    ITermIndex Restore(Stream snapshot);
}

/// <summary>
/// An index over the concepts of one glossary. Any number of threads may search; one at a time writes. Disposing it removes what it has stored.
/// </summary>
public interface ITermIndex : IDisposable
{
    /// <summary>Number of the newest change that it holds.</summary>
    long ChangeNumber { get; }

    /// <summary>How many concepts can be found.</summary>
    int Concepts { get; }

    /// <summary>Bytes of memory that it keeps for itself, without what the system keeps of its files.</summary>
    long MemoryBytes { get; }

    /// <summary>Puts a concept that it does not hold yet; found only after <see cref="Complete"/>.</summary>
    void Add(Concept concept);

    /// <summary>Ends the filling: from now on it can be searched, and changes are applied.</summary>
    /// <param name="changeNumber">Number of the newest change that was surely seen by every <see cref="Add"/>.</param>
    void Complete(long changeNumber);

    /// <summary>Lets it hold concepts as they stand now; found as soon as this returns.</summary>
    /// <param name="concepts">Concepts that are new or changed.</param>
    /// <param name="removed">Ids of concepts that are gone; an unknown one is no error.</param>
    /// <param name="changeNumber">Number of the newest change that is herewith in it.</param>
    void Apply(IReadOnlyCollection<Concept> concepts, IReadOnlyCollection<string> removed, long changeNumber);

    /// <summary>Finds concepts. No text is an error: what can't be understood is searched as words.</summary>
    SearchAnswer Search(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Terms that go on as a text begins, the best first.</summary>
    /// <param name="text">What was typed so far.</param>
    /// <param name="filter">Of which concepts.</param>
    /// <param name="top">Most terms wanted.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    IReadOnlyList<Completion> Suggest(string text, SearchFilter filter, int top, CancellationToken cancellationToken);

    /// <summary>Writes all of it, for <see cref="ITermIndexFactory.Restore"/>.</summary>
    /// <param name="snapshot">Receives it.</param>
    void Save(Stream snapshot);
}
