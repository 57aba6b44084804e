using System.Text.Json;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Termbases;
using Glossary.Formats.Terms;

namespace Glossary.App.Workflows;

/// <summary>Makes of concepts what term formats hold.</summary>
public sealed class EntryFactory(ConceptList concepts, Concordance concordance)
{
    private const int LinesAtOnce = 1_000;

    /// <summary>The entry of a concept.</summary>
    /// <param name="glossary">Slug.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="names">File names of the documents.</param>
    /// <param name="withOccurrences">Whether every place in the documents goes along.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task<ConceptEntry> MakeAsync(
        string glossary, Concept concept, DocumentNames names, bool withOccurrences, CancellationToken cancellationToken)
    {
        var terms = new List<EntryTerm>();
        foreach (var term in concept.Terms)
        {
            var contexts = new List<EntryContext>();
            foreach (var context in term.Contexts)
            {
                contexts.Add(new EntryContext(context.Text, await names.FindAsync(context.DocumentId, cancellationToken), context.Page, context.Place));
            }

            terms.Add(new EntryTerm
            {
                Language = term.Language,
                Text = term.Text,
                Type = Camel(term.Type),
                PartOfSpeech = term.PartOfSpeech,
                State = Camel(term.State),
                Status = term.Status is { } status ? Camel(status) : null,
                Forbidden = term.Forbidden,
                FullForm = term.FullForm,
                Abbreviation = term.Abbreviation,
                Score = term.Score,
                Frequency = term.Frequency,
                Documents = concept.Documents,
                Forms = [.. term.Forms.Select(form => form.Text)],
                Contexts = contexts,
            });
        }

        return new ConceptEntry
        {
            Id = concept.Id,
            State = Camel(concept.State),
            SubjectField = concept.SubjectField,
            Definitions = [.. concept.Definitions.Select(definition => new EntryDefinition(definition.Text, definition.Source))],
            Note = concept.Note,
            Tags = concept.Tags ?? [],
            Terms = terms,
            Occurrences = withOccurrences ? await OccurrencesAsync(glossary, concept, names, cancellationToken) : null,
        };
    }

    private async Task<IReadOnlyList<EntryOccurrence>> OccurrencesAsync(
        string glossary, Concept concept, DocumentNames names, CancellationToken cancellationToken)
    {
        var evidence = await concepts.EvidenceAsync(glossary, concept, cancellationToken);
        var places = new List<EntryOccurrence>();
        string? after = null;
        do
        {
            (var lines, after) = await concordance.ListAsync(glossary, evidence, LinesAtOnce, after, cancellationToken);
            foreach (var line in lines)
            {
                places.Add(new EntryOccurrence(
                    await names.FindAsync(line.DocumentId, cancellationToken), line.Page, line.Place, line.Start, line.Left, line.Text, line.Right));
            }
        }
        while (after is not null);
        return places;
    }

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
