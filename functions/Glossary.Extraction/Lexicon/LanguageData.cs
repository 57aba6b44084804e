using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Lexicon;

/// <summary>All that the analysis knows of one language; each part is loaded when it is first needed.</summary>
internal sealed class LanguageData
{
    private readonly Lazy<FrequencyTable> frequencies;
    private readonly Lazy<ILemmas> lemmas;
    private readonly Lazy<TaggerModel> model;

    private LanguageData(string code, Func<ILemmas> lemmas, WordLists lists)
    {
        Code = code;
        Lists = lists;
        frequencies = new Lazy<FrequencyTable>(() => FrequencyTable.Load(code));
        this.lemmas = new Lazy<ILemmas>(lemmas);
        model = new Lazy<TaggerModel>(() => TaggerModel.Load(code));
    }

    public static LanguageData English { get; } = new("en", static () => new EnglishLemmas(), WordLists.English);

    public static LanguageData German { get; } = new("de", GermanLemmas.Load, WordLists.German);

    /// <summary>The data by which a language is analysed.</summary>
    /// <param name="language">BCP 47 tag; all but German is analysed as English.</param>
    public static LanguageData Of(string language) => language.StartsWith("de", StringComparison.OrdinalIgnoreCase) ? German : English;

    public string Code { get; }

    public FrequencyTable Frequencies => frequencies.Value;

    public ILemmas Lemmas => lemmas.Value;

    public WordLists Lists { get; }

    public TaggerModel Model => model.Value;

    /// <summary>Loads all of it at once, on as many processors as there are.</summary>
    public void Load() => Parallel.Invoke(() => _ = Frequencies, () => _ = Lemmas, () => _ = Model);
}
