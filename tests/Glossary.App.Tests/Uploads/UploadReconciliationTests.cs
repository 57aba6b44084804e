using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Uploads;

/// <summary>What happens to blobs whose event was lost, or failed each time.</summary>
public sealed class UploadReconciliationTests : IDisposable
{
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task A_blob_that_no_event_announced_is_taken_in_once()
    {
        await PutAsync("pumps/manual.pdf");
        await PutAsync("stray.pdf");

        Assert.Equal(2, await ReconcileAsync());
        await SettleAsync(DocumentState.Ready);

        Assert.Equal(0, await ReconcileAsync());
        Assert.Single(installation.Queue.Told);
    }

    [Fact]
    public async Task A_version_that_no_event_announced_is_a_new_revision()
    {
        await PutAsync("pumps/manual.pdf");
        await ReconcileAsync();
        await SettleAsync(DocumentState.Ready);
        await PutAsync("pumps/manual.pdf");

        Assert.Equal(1, await ReconcileAsync());

        Assert.Equal(2, (await DocumentAsync())!.Revision);
    }

    [Fact]
    public async Task A_document_whose_host_died_before_its_extraction_began_is_begun()
    {
        await PutAsync("pumps/manual.pdf");
        await ReconcileAsync();

        await ReconcileAsync();

        Assert.Equal(2, installation.Queue.Told.Count);
        Assert.Single(await installation.Operations.ActiveAsync(Cancellation));
    }

    [Fact]
    public async Task An_event_for_a_blob_that_is_gone_changes_nothing()
    {
        await installation.Get<UploadIntake>().ArrivedAsync("pumps/gone.pdf", Cancellation);

        Assert.Empty(installation.Queue.Told);
    }

    [Fact]
    public async Task A_blob_that_could_not_be_taken_in_is_a_failed_document_and_stays()
    {
        await installation.Termbases.EnsureAsync("pumps", "Pumps", Cancellation);
        await PutAsync("pumps/manual.pdf");

        await installation.Get<UploadIntake>().GiveUpAsync("pumps/manual.pdf", Cancellation);

        var document = await DocumentAsync();
        Assert.Equal((DocumentState.Failed, "intake-failed"), (document!.State, document.Failure?.Code));
        Assert.NotNull(await installation.Blobs.FindAsync(BlobContainer.Uploads, "pumps/manual.pdf", Cancellation));
    }

    [Theory]
    [InlineData(DocumentState.Extracting)]
    [InlineData(DocumentState.Ready)]
    public async Task A_document_that_got_through_after_all_stays_as_it_is(DocumentState state)
    {
        await PutAsync("pumps/manual.pdf");
        await ReconcileAsync();
        await SettleAsync(state);

        await installation.Get<UploadIntake>().GiveUpAsync("pumps/manual.pdf", Cancellation);

        Assert.Equal(state, (await DocumentAsync())!.State);
    }

    [Theory]
    [InlineData("stray.pdf")]
    [InlineData("unknown/manual.pdf")]
    public async Task Giving_up_on_a_blob_without_a_glossary_makes_none(string name)
    {
        await PutAsync(name);

        await installation.Get<UploadIntake>().GiveUpAsync(name, Cancellation);

        Assert.Null(await installation.Termbases.FindAsync("unknown", Cancellation));
    }

    private Task<int> ReconcileAsync() => installation.Get<UploadReconciliation>().RunAsync(Cancellation);

    private async Task PutAsync(string name) =>
        await installation.Blobs.WriteAsync(BlobContainer.Uploads, name, new MemoryStream("valve 1"u8.ToArray()), "application/pdf", false, Cancellation);

    private async Task<Document?> DocumentAsync() =>
        (await installation.Get<DocumentStore>().FindAsync("pumps", DocumentIdentity.Of("pumps", "pumps/manual.pdf"), Cancellation))?.Document;

    private async Task SettleAsync(DocumentState state) => await installation.Get<DocumentStore>().UpdateAsync(
        "pumps", DocumentIdentity.Of("pumps", "pumps/manual.pdf"), document => document with { State = state }, Cancellation);
}
