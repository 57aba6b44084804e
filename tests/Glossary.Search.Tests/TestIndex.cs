using System.Globalization;
using Glossary.App.Kernel.Search;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction.Candidates;

namespace Glossary.Search.Tests;

/// <summary>An index over a few concepts, in a folder of its own.</summary>
internal sealed class TestIndex : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-search-");
    private readonly LuceneTermIndexFactory factory;

    public TestIndex(params Concept[] concepts)
    {
        factory = new LuceneTermIndexFactory(folder.FullName, 16);
        Index = factory.Create();
        foreach (var concept in concepts)
        {
            Index.Add(concept);
        }

        Index.Complete(concepts.Length);
    }

    public ITermIndex Index { get; private set; }

    /// <summary>A concept with an id that follows from its first term.</summary>
    public static Concept Concept(string text, string language = "en", double score = 0.5) => new()
    {
        Id = "id-" + text,
        Terms = [Term(text, language, score)],
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    public static Term Term(string text, string language = "en", double score = 0.5) => new()
    {
        Language = language,
        Text = text,
        Key = text.ToLower(CultureInfo.InvariantCulture),
        PartOfSpeech = "noun",
        Type = CandidateType.FullForm,
        Score = score,
    };

    public SearchAnswer Answer(string text, SearchFilter? filter = null, int top = 50, string? after = null) =>
        Index.Search(new SearchRequest { Text = text, Filter = filter ?? SearchFilter.All, Top = top, After = after }, CancellationToken.None);

    /// <summary>The head terms found, in their order.</summary>
    public string[] Find(string text, SearchFilter? filter = null) => [.. Answer(text, filter).Hits.Select(hit => hit.Concept.Text)];

    public string[] Suggest(string text, int top = 10) => [.. Index.Suggest(text, SearchFilter.All, top, CancellationToken.None).Select(each => each.Text)];

    /// <summary>Saves the index and lets another instance read it.</summary>
    public TestIndex Reopen()
    {
        using var stream = new MemoryStream();
        Index.Save(stream);
        stream.Position = 0;
        Index.Dispose();
        Index = factory.Restore(stream);
        return this;
    }

    public void Dispose()
    {
        Index.Dispose();
        factory.Dispose();
        folder.Delete(recursive: true);
    }
}
