using System.Collections.Concurrent;
using Glossary.Search.Analysis;
using Glossary.Search.Documents;

namespace Glossary.Search;

/// <summary>
/// What is needed for the time of one search or one change, shared by all indexes of a process: there are as many as there are threads at
/// work, however many indexes are open.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private readonly ConcurrentBag<WordAnalysis> analyses = [];
    private readonly ConcurrentBag<ConceptDocument> documents = [];

    /// <summary>Does something with an analysis of words.</summary>
    public T Analyse<T>(Func<WordAnalysis, T> work)
    {
        var analysis = analyses.TryTake(out var known) ? known : new WordAnalysis();
        try
        {
            return work(analysis);
        }
        finally
        {
            analyses.Add(analysis);
        }
    }

    /// <summary>Does something with a document.</summary>
    public void Write(Action<ConceptDocument> work)
    {
        var document = documents.TryTake(out var known) ? known : new ConceptDocument();
        try
        {
            work(document);
        }
        finally
        {
            documents.Add(document);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var analysis in analyses)
        {
            analysis.Dispose();
        }

        foreach (var document in documents)
        {
            document.Dispose();
        }
    }
}
