using System.Globalization;
using System.Text.Json;
using Glossary.App.Kernel.Json;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Termbases;
using Glossary.Extraction;
using Glossary.Extraction.Candidates;

namespace Glossary.Testing;

/// <summary>
/// Writes made concepts into a glossary, some in each change, by the product's own transaction: the records are those of concepts that a person
/// made from places in documents. Most concepts are shown by one document, some by another one as well.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="glossary">Slug of a glossary that is there.</param>
/// <param name="clock">Says when.</param>
public sealed class ConceptImport(IRecordStore store, string glossary, TimeProvider clock)
{
    private const string By = "import";
    private const int ConceptsPerDocument = 1_000;

    // Two in five are generated with more documents than this; they are written with two.
    private const int FewDocuments = 3;

    private readonly HashSet<(string Language, string Key)> taken = [];
    private readonly List<string> ids = [];

    /// <summary>Ids of the concepts that were written, in their order.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>The document that shows the concept of a number, from 0.</summary>
    public static string DocumentOf(int concept) => string.Create(CultureInfo.InvariantCulture, $"document-{concept / ConceptsPerDocument:D5}");

    /// <summary>Writes concepts. A term whose key another concept has is left out, and a concept without any other term.</summary>
    public async Task AddAsync(IEnumerable<Concept> concepts, CancellationToken cancellationToken)
    {
        var transaction = await BeginAsync(cancellationToken);
        foreach (var concept in concepts)
        {
            var terms = concept.Terms.Select(term => term with { Key = TermExtractor.KeyOf(term.Text, term.Language) })
                .Where(term => taken.Add((term.Language, term.Key))).ToList();
            if (terms.Count == 0)
            {
                continue;
            }

            var shares = Shares(concept, terms);
            // The concept, its row of the list, its line of history; an alias for each term; evidence with its row.
            if (!transaction.Fits(3 + terms.Count + (2 * shares.Count)))
            {
                await CommitAsync(transaction, cancellationToken);
                transaction = await BeginAsync(cancellationToken);
            }

            Add(transaction, concept, terms, shares);
            ids.Add(concept.Id);
        }

        await CommitAsync(transaction, cancellationToken);
    }

    private void Add(TermTransaction transaction, Concept made, List<Term> terms, List<Evidence> shares)
    {
        var now = clock.GetUtcNow();
        var concept = made with
        {
            Terms = [.. terms.Select(term => Folded(term, shares))],
            Documents = shares.Select(share => share.DocumentId).Distinct(StringComparer.Ordinal).Count(),
            CreatedAt = now,
            UpdatedAt = now,
            EditedBy = By,
            ChangeNumber = transaction.Number,
        };
        foreach (var term in terms)
        {
            transaction.Claim(TermKeys.Alias(term.Language, term.Key), concept.Id);
        }

        shares.ForEach(share => transaction.AddEvidence(concept.Id, share));
        transaction.Add(RecordWrite.Insert(TermKeys.Concept(concept.Id), JsonSerializer.Serialize(concept, StoreJson.Default.Concept)));
        transaction.Index(null, concept);
        transaction.Edit(concept.Id, null, ConceptContent.Of(concept));
    }

    private static Term Folded(Term term, List<Evidence> shares) =>
        EvidenceFold.Anew(term, [.. shares.Where(share => (share.Language, share.Key) == (term.Language, term.Key))]);

    private List<Evidence> Shares(Concept concept, List<Term> terms)
    {
        var shares = terms.Select(term => Share(term, DocumentOf(ids.Count), term.Score)).ToList();
        if (concept.Documents > FewDocuments)
        {
            shares.Add(Share(terms[0], DocumentOf(ids.Count / 2) + "-more", terms[0].Score / 2));
        }

        return shares;
    }

    private static Evidence Share(Term term, string document, double score) => new()
    {
        DocumentId = document,
        Revision = 1,
        Language = term.Language,
        Key = term.Key,
        Frequency = term.Frequency,
        Pages = 1,
        Score = score,
        Parts = [new ScorePart("base", score)],
        Forms = [new SurfaceForm(term.Text, term.Frequency)],
        Contexts = [new TermContext(document, 1, 0, $"{term.Text} is shown here.", 0, term.Text.Length)],
    };

    private Task<TermTransaction> BeginAsync(CancellationToken cancellationToken) => TermTransaction.BeginAsync(store, glossary, cancellationToken);

    private Task CommitAsync(TermTransaction transaction, CancellationToken cancellationToken) =>
        transaction.CommitAsync(store, ChangeKind.Created, By, null, clock.GetUtcNow(), cancellationToken);
}
