using Glossary.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Glossary.Search.Matching;

/// <summary>Documents that have one of several words.</summary>
/// <param name="field">Where the words stand.</param>
/// <param name="words">The words in the order of their bytes.</param>
internal sealed class WordSetFilter(string field, IReadOnlyList<BytesRef> words) : Filter
{
    /// <inheritdoc />
    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        if (context.AtomicReader.GetTerms(field) is not { } terms)
        {
            return null;
        }

        FixedBitSet? set = null;
        DocsEnum? documents = null;
        var each = terms.GetEnumerator();
        foreach (var word in words)
        {
            if (each.SeekExact(word))
            {
                set ??= new FixedBitSet(context.AtomicReader.MaxDoc);
                documents = each.Docs(acceptDocs, documents, DocsFlags.NONE);
                Collect(documents, set);
            }
        }

        return set;
    }

    private static void Collect(DocsEnum documents, FixedBitSet set)
    {
        int document;
        while ((document = documents.NextDoc()) != DocIdSetIterator.NO_MORE_DOCS)
        {
            set.Set(document);
        }
    }
}

/// <summary>Documents whose profile or score is of a kind.</summary>
/// <param name="admits">Whether a profile is.</param>
/// <param name="least">Least score.</param>
/// <param name="most">Greatest score.</param>
internal sealed class ColumnFilter(Func<ConceptProfile, bool> admits, float least, float most) : Filter
{
    /// <inheritdoc />
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var columns = SegmentColumns.Of(context.AtomicReader);
        var admitted = columns.Profiles.Select(admits).ToArray();
        var set = new FixedBitSet(context.AtomicReader.MaxDoc);
        for (var document = 0; document < columns.ProfileOf.Length; document++)
        {
            if (admitted[columns.ProfileOf[document]] && columns.ScoreOf[document] >= least && columns.ScoreOf[document] <= most
                && acceptDocs?.Get(document) != false)
            {
                set.Set(document);
            }
        }

        return set;
    }
}
