using Glossary.App.Kernel.Blobs;
using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.Operations;
using Glossary.App.Kernel.Records;
using Glossary.App.Kernel.Settings;
using Glossary.App.Kernel.Termbases;
using Glossary.Reader;
using Glossary.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glossary.App.Tests.Installations;

/// <summary>The whole core over stores in memory, with a clock that stands until a test moves it.</summary>
public sealed class Installation : IDisposable
{
    private readonly ServiceProvider services;

    public Installation(GlossarySettings? settings = null)
    {
        Blobs = new InMemoryBlobStore(Clock);
        var collection = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Stores)
            .AddSingleton(new TermStores(TermStoreService.Tables, new Dictionary<TermStoreService, IRecordStore>
            {
                [TermStoreService.Tables] = Stores.Terms, [TermStoreService.Cosmos] = OtherTerms,
            }))
            .AddSingleton<IBlobStore>(Blobs)
            .AddSingleton<IUploadReader>(Reader)
            .AddSingleton<IOperationQueue>(Queue)
            .AddSingleton<IPrincipalSource>(SignIn)
            .AddGlossary(settings ?? new GlossarySettings(), new ApiLimits());
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public RecordStores Stores { get; } = new(new InMemoryRecordStore(), new InMemoryRecordStore());

    /// <summary>The term store that does not serve.</summary>
    public InMemoryRecordStore OtherTerms { get; } = new();

    public InMemoryBlobStore Blobs { get; }

    public ScriptedReader Reader { get; } = new();

    public RememberingQueue Queue { get; } = new();

    public SettableSignIn SignIn { get; } = new();

    public IServiceProvider Services => services;

    public EvidenceRecorder Recorder => Get<EvidenceRecorder>();

    public ConceptList Concepts => Get<ConceptList>();

    public TermbaseStore Termbases => Get<TermbaseStore>();

    public OperationStore Operations => Get<OperationStore>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void Dispose() => services.Dispose();
}
