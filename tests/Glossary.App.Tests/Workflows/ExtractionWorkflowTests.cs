using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Operations;
using Glossary.App.Tests.Installations;
using Glossary.Extraction;
using Glossary.Formats.Documents;

namespace Glossary.App.Tests.Workflows;

public sealed class ExtractionWorkflowTests : IDisposable
{
    private readonly Plant plant = new(twice: false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => plant.Dispose();

    [Fact]
    public async Task A_document_gets_ready_and_its_candidates_are_in_the_glossary_with_their_places()
    {
        var document = await plant.ExtractAsync("a.pdf", "valve 3\npump 2");

        Assert.Equal((DocumentState.Ready, 1, 2), (document.State, document.StoredRevision, document.Reading?.Candidates));
        Assert.Null(document.Progress);
        Assert.Equal(["pump", "valve"], (await plant.Installation.ConceptsAsync(Plant.Glossary)).Select(concept => concept.Head.Key));
        var texts = plant.Installation.Get<DocumentTexts>();
        var page = await texts.PageAsync(document, 1, Cancellation);
        var occurrences = await texts.OccurrencesAsync(document, "en", "valve", Cancellation);
        Assert.Equal(3, occurrences.Count);
        Assert.All(occurrences, occurrence => Assert.Equal("valve", page.Page.Content.Text.Substring(occurrence.Start, occurrence.Length)));
    }

    [Fact]
    public async Task A_new_version_leaves_only_its_own_terms_and_artefacts()
    {
        await plant.ExtractAsync("a.pdf", "valve 3\npump 2");
        var document = await plant.ExtractAsync("a.pdf", "valve 1\nrotor 2");

        Assert.Equal((2, 2), (document.Revision, document.StoredRevision));
        Assert.Equal(
            [("rotor", 2), ("valve", 1)],
            (await plant.Installation.ConceptsAsync(Plant.Glossary)).Select(concept => (concept.Head.Key, concept.Head.Frequency)));
        var artefacts = new List<string>();
        await foreach (var blob in plant.Installation.Blobs.ListAsync(BlobContainer.Artefacts, string.Empty, Cancellation))
        {
            artefacts.Add(blob.Name);
        }

        Assert.All(artefacts, name => Assert.StartsWith($"{Plant.Glossary}/{document.Id}/2/", name, StringComparison.Ordinal));
        Assert.Equal(3, artefacts.Count);
    }

    [Fact]
    public async Task An_extraction_of_a_revision_that_is_no_longer_the_newest_stops_and_writes_nothing()
    {
        var first = await plant.UploadAsync("a.pdf", "valve 3");
        await plant.UploadAsync("a.pdf", "rotor 1");

        var operation = await plant.RunAsync(first.OperationId!);

        Assert.Equal(OperationState.Succeeded, operation.State);
        Assert.Empty(await plant.Installation.ConceptsAsync(Plant.Glossary));
    }

    [Fact]
    public async Task A_blob_that_was_replaced_while_its_event_was_under_way_is_said_to_have_changed()
    {
        var document = await plant.UploadAsync("a.pdf", "valve 3");
        await plant.Installation.Blobs.WriteAsync(
            BlobContainer.Uploads, document.BlobName, new MemoryStream("other 1"u8.ToArray()), "application/pdf", false, Cancellation);

        var operation = await plant.RunAsync(document.OperationId!);

        Assert.Equal("blob-changed", operation.Error?.Code);
    }

    [Theory]
    [InlineData("a.exe", "valve 3", RefusalCodes.UnsupportedType)]
    [InlineData("a.pdf", "", RefusalCodes.EmptyFile)]
    public async Task What_can_not_be_read_fails_with_a_code_and_stays_listed(string fileName, string content, string code)
    {
        var document = await plant.UploadAsync(fileName, content);

        await AdvanceAsync(document.OperationId!);

        document = await plant.DocumentAsync(document.Id);
        Assert.Equal((DocumentState.Failed, code), (document.State, document.Failure?.Code));
        Assert.Null(document.Progress);
    }

    [Fact]
    public async Task A_document_that_the_reader_refuses_fails_with_its_words_and_can_be_processed_again()
    {
        plant.Installation.Reader.Failure = () => new DocumentRefusedException(RefusalCodes.Damaged, "It is damaged.");
        var document = await plant.UploadAsync("a.pdf", "valve 3");
        await AdvanceAsync(document.OperationId!);
        Assert.Equal(new Failure(RefusalCodes.Damaged, "It is damaged."), (await plant.DocumentAsync(document.Id)).Failure);

        plant.Installation.Reader.Failure = null;
        document = await plant.ReprocessAsync(await plant.DocumentAsync(document.Id));

        Assert.Equal((DocumentState.Ready, 2), (document.State, document.Revision));
        Assert.Null(document.Failure);
    }

    [Fact]
    public async Task The_language_that_a_person_set_holds_for_later_readings_until_it_is_taken_back()
    {
        var document = await plant.ExtractAsync("a.pdf", "valve 3");
        Assert.Null(plant.Installation.Reader.Language);

        document = await plant.ReprocessAsync(document, "de");
        Assert.Equal(("de", "de"), (plant.Installation.Reader.Language, document.LanguageOverride));

        document = await plant.ExtractAsync("a.pdf", "valve 4");
        Assert.Equal(("de", 3), (plant.Installation.Reader.Language, document.Revision));

        document = await plant.ReprocessAsync(document);
        Assert.Null(plant.Installation.Reader.Language);
        Assert.Null(document.LanguageOverride);
    }

    [Fact]
    public async Task A_profile_holds_for_what_is_read_after_it_was_chosen()
    {
        var document = await plant.ExtractAsync("a.pdf", "valve 3");
        Assert.Equal(ExtractionOptions.Default.MinimumScore, plant.Installation.Reader.MinimumScore);

        await plant.Installation.Termbases.UpdateAsync(
            Plant.Glossary, each => each with { Profile = each.Profile with { Name = "precise" } }, Cancellation);
        Assert.Single(await plant.Installation.ConceptsAsync(Plant.Glossary));

        await plant.ReprocessAsync(document);
        Assert.Equal(ExtractionOptions.Precise.MinimumScore, plant.Installation.Reader.MinimumScore);
    }

    [Fact]
    public async Task Cancelled_half_way_the_terms_stored_so_far_are_taken_back()
    {
        var document = await plant.UploadAsync("a.pdf", Plant.Words(900));
        var runner = plant.Installation.Get<OperationRunner>();
        await runner.AdvanceAsync(document.OperationId!, "a", Cancellation);
        await runner.AdvanceAsync(document.OperationId!, "a", Cancellation);
        Assert.NotEmpty(await plant.Installation.ConceptsAsync(Plant.Glossary));

        await plant.Installation.Get<OperationStarter>().CancelAsync(document.OperationId!, Cancellation);
        await AdvanceAsync(document.OperationId!);

        document = await plant.DocumentAsync(document.Id);
        Assert.Equal((DocumentState.Failed, "cancelled"), (document.State, document.Failure?.Code));
        Assert.Empty(await plant.Installation.ConceptsAsync(Plant.Glossary));
        Assert.Equal(0, (await plant.Installation.Termbases.GetAsync(Plant.Glossary, Cancellation)).Counts.Candidates);
    }

    [Fact]
    public async Task A_deletion_waits_for_the_extraction_which_stops_and_leaves_nothing_behind()
    {
        var document = await plant.UploadAsync("a.pdf", Plant.Words(900));
        var runner = plant.Installation.Get<OperationRunner>();
        await runner.AdvanceAsync(document.OperationId!, "a", Cancellation);
        await runner.AdvanceAsync(document.OperationId!, "a", Cancellation);

        await plant.StartDeletionAsync(document);
        Assert.True(await runner.AdvanceAsync(Plant.Deletion, "a", Cancellation) > TimeSpan.Zero);
        Assert.NotEmpty(await plant.Installation.ConceptsAsync(Plant.Glossary));
        await AdvanceAsync(document.OperationId!);
        await AdvanceAsync(Plant.Deletion);

        Assert.Empty(await plant.Installation.ConceptsAsync(Plant.Glossary));
        Assert.Null(await plant.Installation.Get<DocumentStore>().FindAsync(Plant.Glossary, document.Id, Cancellation));
    }

    [Fact]
    public async Task The_count_of_each_state_follows_the_documents()
    {
        await plant.ExtractAsync("a.pdf", "valve 3");
        await plant.UploadAsync("b.pdf", "valve 3");
        await AdvanceAsync((await plant.UploadAsync("c.pdf", "")).OperationId!);

        Assert.Equal(
            new DocumentCounts { Ready = 1, Received = 1, Failed = 1 },
            await plant.Installation.Get<DocumentStore>().CountsAsync(Plant.Glossary, Cancellation));
    }

    private async Task AdvanceAsync(string operation)
    {
        while (await plant.Installation.Get<OperationRunner>().AdvanceAsync(operation, "a", Cancellation) is not null)
        {
            Cancellation.ThrowIfCancellationRequested();
        }
    }
}
