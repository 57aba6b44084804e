using Glossary.App.Features.Uploads;
using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Documents;
using Glossary.App.Kernel.Settings;
using Glossary.App.Tests.Installations;

namespace Glossary.App.Tests.Uploads;

public sealed class UploadIntakeTests : IDisposable
{
    private readonly Installation installation = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task A_blob_in_a_folder_is_a_document_of_the_glossary_of_that_name_and_its_extraction_starts()
    {
        var document = await ArriveAsync(installation, "Große Pumpen/part 1/manual.pdf");

        Assert.Equal(("grosse-pumpen", "manual.pdf", 1, DocumentState.Received), (document!.Glossary, document.FileName, document.Revision, document.State));
        Assert.Equal("Große Pumpen", (await installation.Termbases.GetAsync("grosse-pumpen", Cancellation)).Name);
        Assert.Equal([document.OperationId!], installation.Queue.Told);
        Assert.Equal([document.OperationId!], await installation.Operations.ActiveAsync(Cancellation));
    }

    [Fact]
    public async Task The_same_event_twice_is_one_document_and_one_extraction()
    {
        var blob = await PutAsync(installation, "pumps/manual.pdf");
        var intake = installation.Get<UploadIntake>();

        var documents = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => intake.ArrivedAsync(blob, Cancellation), Cancellation)));

        Assert.Single(documents.Select(document => (document!.Id, document.Revision)).Distinct());
        Assert.Single(await installation.Operations.ActiveAsync(Cancellation));
        Assert.Equal(1, (await installation.Get<DocumentStore>().CountsAsync("pumps", Cancellation)).Total);
    }

    [Fact]
    public async Task A_new_version_of_the_blob_is_a_new_revision()
    {
        var first = await ArriveAsync(installation, "pumps/manual.pdf");
        var second = await ArriveAsync(installation, "pumps/manual.pdf");

        Assert.Equal((first!.Id, 2), (second!.Id, second.Revision));
        Assert.NotEqual(first.OperationId, second.OperationId);
        Assert.Equal(1, (await installation.Get<DocumentStore>().CountsAsync("pumps", Cancellation)).Total);
    }

    [Fact]
    public async Task An_event_that_comes_after_the_document_is_ready_starts_nothing()
    {
        var blob = await PutAsync(installation, "pumps/manual.pdf");
        var intake = installation.Get<UploadIntake>();
        var document = (await intake.ArrivedAsync(blob, Cancellation))!;
        await installation.Get<DocumentStore>().UpdateAsync("pumps", document.Id, each => each with { State = DocumentState.Ready }, Cancellation);

        await intake.ArrivedAsync(blob, Cancellation);

        Assert.Single(installation.Queue.Told);
    }

    [Fact]
    public async Task A_document_that_is_being_deleted_is_left_alone()
    {
        var document = (await ArriveAsync(installation, "pumps/manual.pdf"))!;
        await installation.Get<DocumentStore>().UpdateAsync("pumps", document.Id, each => each with { Deleting = true }, Cancellation);

        var again = await ArriveAsync(installation, "pumps/manual.pdf");

        Assert.Equal((1, document.BlobETag), (again!.Revision, again.BlobETag));
        Assert.Single(installation.Queue.Told);
    }

    [Fact]
    public async Task A_folder_that_is_no_glossary_waits_under_unassigned_where_the_settings_say_so()
    {
        using var strict = new Installation(new GlossarySettings { CreateGlossaries = false });

        Assert.Null(await ArriveAsync(strict, "pumps/manual.pdf"));

        var upload = Assert.Single((await strict.Get<UnassignedUploads>().ListAsync(10, null, Cancellation)).Uploads);
        Assert.Equal(("pumps/manual.pdf", "unknown-glossary"), (upload.BlobName, upload.Reason));
        Assert.Empty((await strict.Termbases.ListAsync(10, null, Cancellation)).Termbases);
    }

    [Theory]
    [InlineData("manual.pdf")]
    [InlineData("日本語/manual.pdf")]
    public async Task A_blob_without_a_folder_that_can_name_a_glossary_waits_under_unassigned(string name)
    {
        Assert.Null(await ArriveAsync(installation, name));
        Assert.Null(await ArriveAsync(installation, name));

        var upload = Assert.Single((await installation.Get<UnassignedUploads>().ListAsync(10, null, Cancellation)).Uploads);
        Assert.Equal((name, "no-folder"), (upload.BlobName, upload.Reason));
        Assert.Empty(installation.Queue.Told);
    }

    [Fact]
    public async Task An_unassigned_blob_that_is_gone_is_forgotten()
    {
        await ArriveAsync(installation, "manual.pdf");
        await installation.Blobs.DeleteAsync(BlobContainer.Uploads, "manual.pdf", Cancellation);

        Assert.Empty((await installation.Get<UnassignedUploads>().ListAsync(10, null, Cancellation)).Uploads);
        Assert.False(await installation.Get<UnassignedUploads>().ContainsAsync("manual.pdf", Cancellation));
    }

    private static async Task<BlobDescription> PutAsync(Installation installation, string name) =>
        (await installation.Blobs.WriteAsync(BlobContainer.Uploads, name, new MemoryStream([1]), "application/pdf", false, Cancellation))!;

    private static async Task<Document?> ArriveAsync(Installation installation, string name) =>
        await installation.Get<UploadIntake>().ArrivedAsync(await PutAsync(installation, name), Cancellation);
}
