namespace Glossary.App.Features.Samples.Documents;

/// <summary>A document written for this project, embedded in the program.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="FileName">Its file name.</param>
public sealed record SampleDocument(string Language, string FileName)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SampleDocument> All { get; } =
    [
        new("en", "bioreactor-manual.en.pdf"),
        new("de", "bioreactor-manual.de.pdf"),
    ];

    /// <summary>The one in a language, or null.</summary>
    public static SampleDocument? Find(string language) => All.FirstOrDefault(sample => sample.Language == language);

    /// <summary>Its bytes.</summary>
    public Stream Open() => typeof(SampleDocument).Assembly.GetManifestResourceStream(FileName)
        ?? throw new InvalidOperationException($"The sample {FileName} is not built in.");
}
