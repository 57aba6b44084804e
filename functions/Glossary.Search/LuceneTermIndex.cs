using System.Globalization;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.Search.Analysis;
using Glossary.Search.Documents;
using Glossary.Search.Matching;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Lock = System.Threading.Lock;
using Term = Lucene.Net.Index.Term;

namespace Glossary.Search;

/// <summary>An index of Lucene in a folder of its own, which is removed with it.</summary>
internal sealed class LuceneTermIndex : ITermIndex
{
    private const LuceneVersion Compatibility = LuceneVersion.LUCENE_48;
    private const string ChangeNumberKey = "changeNumber";
    private const double ServingBuffer = 8;

    private readonly Lock writing = new();
    private readonly DirectoryInfo folder;
    private readonly FSDirectory files;
    private readonly Workbench workbench;
    private readonly SnapshotDeletionPolicy commits = new(new KeepOnlyLastCommitDeletionPolicy());
    private IndexWriter writer;
    private SearcherManager? searchers;
    private long changeNumber;

    private LuceneTermIndex(DirectoryInfo folder, Workbench workbench, IndexWriterConfig? filling)
    {
        this.folder = folder;
        this.workbench = workbench;
        files = FSDirectory.Open(folder);
        writer = new IndexWriter(files, filling ?? Serving());
    }

    /// <inheritdoc />
    public long ChangeNumber => Interlocked.Read(ref changeNumber);

    /// <inheritdoc />
    public int Concepts => Read(searcher => searcher.IndexReader.NumDocs, 0);

    /// <inheritdoc />
    public long MemoryBytes => Read(
        searcher => writer.RamSizeInBytes() + searcher.IndexReader.Leaves.Sum(leaf =>
            SegmentColumns.Of(leaf.AtomicReader).MemoryBytes + (leaf.AtomicReader is SegmentReader segment ? segment.RamBytesUsed() : 0)),
        writer.RamSizeInBytes());

    /// <summary>An empty index, to be filled by one thread: segments are written as large as memory allows and never merged.</summary>
    /// <param name="folder">An empty folder of its own.</param>
    /// <param name="workbench">What writing and searching needs.</param>
    /// <param name="bufferMegabytes">Memory for what is not written yet.</param>
    public static LuceneTermIndex Create(DirectoryInfo folder, Workbench workbench, double bufferMegabytes) => new(folder, workbench, new IndexWriterConfig(Compatibility, null)
    {
        OpenMode = OpenMode.CREATE,
        RAMBufferSizeMB = bufferMegabytes,
        MergePolicy = NoMergePolicy.NO_COMPOUND_FILES,
        MergeScheduler = new SerialMergeScheduler(),
        UseCompoundFile = false,
        Similarity = new FixedWeights(),
    });

    /// <summary>Opens what another index has saved.</summary>
    /// <param name="folder">The folder with its files.</param>
    /// <param name="workbench">What writing and searching needs.</param>
    public static LuceneTermIndex Open(DirectoryInfo folder, Workbench workbench)
    {
        var opened = new LuceneTermIndex(folder, workbench, filling: null);
        opened.Serve();
        opened.changeNumber = opened.writer.CommitData.TryGetValue(ChangeNumberKey, out var number)
            ? long.Parse(number, CultureInfo.InvariantCulture)
            : throw new InvalidDataException("The index does not say which changes it holds.");
        return opened;
    }

    /// <inheritdoc />
    public void Add(Concept concept)
    {
        lock (writing)
        {
            workbench.Write(document => writer.AddDocument(document.Of(concept)));
        }
    }

    /// <inheritdoc />
    public void Complete(long changeNumber)
    {
        lock (writing)
        {
            this.changeNumber = changeNumber;
            writer.Dispose();
            writer = new IndexWriter(files, Serving());
            Serve();
        }
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyCollection<Concept> concepts, IReadOnlyCollection<string> removed, long changeNumber)
    {
        lock (writing)
        {
            workbench.Write(document =>
            {
                foreach (var concept in concepts)
                {
                    writer.UpdateDocument(new Term(IndexFields.Id, concept.Id), document.Of(concept));
                }
            });

            if (removed.Count > 0)
            {
                writer.DeleteDocuments([.. removed.Select(id => new Term(IndexFields.Id, id))]);
            }

            searchers!.MaybeRefreshBlocking();
            Interlocked.Exchange(ref this.changeNumber, changeNumber);
        }
    }

    /// <inheritdoc />
    public SearchAnswer Search(SearchRequest request, CancellationToken cancellationToken) =>
        Analyse((searcher, analysis) => new TermSearcher(searcher, analysis).Search(request, cancellationToken));

    /// <inheritdoc />
    public IReadOnlyList<Completion> Suggest(string text, SearchFilter filter, int top, CancellationToken cancellationToken) =>
        Analyse((searcher, analysis) => new TermSearcher(searcher, analysis).Suggest(text, filter, top, cancellationToken));

    /// <inheritdoc />
    public void Save(Stream snapshot)
    {
        IndexCommit commit;
        lock (writing)
        {
            writer.SetCommitData(new Dictionary<string, string> { [ChangeNumberKey] = changeNumber.ToString(CultureInfo.InvariantCulture) });
            writer.Commit();
            commit = commits.Snapshot();
        }

        try
        {
            IndexArchive.Write(snapshot, folder, commit.FileNames);
        }
        finally
        {
            commits.Release(commit);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        searchers?.Dispose();
        writer.Rollback();
        files.Dispose();
        folder.Delete(recursive: true);
    }

    private IndexWriterConfig Serving() => new(Compatibility, null)
    {
        OpenMode = OpenMode.APPEND,
        RAMBufferSizeMB = ServingBuffer,
        MergePolicy = new TieredMergePolicy { NoCFSRatio = 0 },
        MergeScheduler = new ConcurrentMergeScheduler(),
        UseCompoundFile = false,
        Similarity = new FixedWeights(),
        IndexDeletionPolicy = commits,
    };

    private void Serve() => searchers = new SearcherManager(writer, applyAllDeletes: true, new WarmSearchers());

    private T Analyse<T>(Func<IndexSearcher, WordAnalysis, T> answer) => searchers is null
        ? throw new InvalidOperationException("The index is being filled.")
        : workbench.Analyse(analysis => Read(searcher => answer(searcher, analysis), default!));

    private T Read<T>(Func<IndexSearcher, T> read, T fallback)
    {
        if (searchers is not { } open)
        {
            return fallback;
        }

        var searcher = open.Acquire();
        try
        {
            return read(searcher);
        }
        finally
        {
            open.Release(searcher);
        }
    }

    // Reads the columns of a new segment before anybody waits for them.
    private sealed class WarmSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var leaf in reader.Leaves)
            {
                _ = SegmentColumns.Of(leaf.AtomicReader);
            }

            return new IndexSearcher(reader) { Similarity = new FixedWeights() };
        }
    }
}
