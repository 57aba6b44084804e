using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Lexicon;

/// <summary>All that the analysis knows of one language; loaded when the first document needs it.</summary>
internal sealed class LanguageData
{
    private static readonly Lazy<LanguageData> LazyEnglish = new(() => new LanguageData("en", new EnglishLemmas(), WordLists.English));
    private static readonly Lazy<LanguageData> LazyGerman = new(() => new LanguageData("de", GermanLemmas.Load(), WordLists.German));

    private readonly Lazy<TaggerModel> model;

    private LanguageData(string code, ILemmas lemmas, WordLists lists)
    {
        Code = code;
        Lemmas = lemmas;
        Lists = lists;
        Frequencies = FrequencyTable.Load(code);
        model = new Lazy<TaggerModel>(() => TaggerModel.Load(code));
    }

    public static LanguageData English => LazyEnglish.Value;

    public static LanguageData German => LazyGerman.Value;

    public string Code { get; }

    public FrequencyTable Frequencies { get; }

    public ILemmas Lemmas { get; }

    public WordLists Lists { get; }

    public TaggerModel Model => model.Value;
}
