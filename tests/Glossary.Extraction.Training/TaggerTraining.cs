using System.Runtime.InteropServices;
using Glossary.Extraction.Tagging;

namespace Glossary.Extraction.Training;

/// <summary>Trains the averaged perceptron (Collins 2002) on treebanks of Universal Dependencies and writes it quantised to a byte a weight.</summary>
internal static class TaggerTraining
{
    private const int Epochs = 8;
    private const int CertainCount = 12;
    private const double CertainShare = 0.985;

    public static void Run(string language, IReadOnlyList<string> treebanks, string test, string output)
    {
        var sentences = treebanks.SelectMany(Treebank.Read).ToList();
        var certain = CertainWords(sentences);
        ResourceWriter.WriteWords(
            Path.Combine(output, $"certain-words.{language}.br"), certain, (writer, tag) => writer.Write((byte)tag));
        var weights = Train(sentences, certain);
        ResourceWriter.Write(Path.Combine(output, $"tagger.{language}.br"), MemoryMarshal.AsBytes<sbyte>(weights));
        var model = new TaggerModel(weights, certain);
        Console.WriteLine(
            $"tagger.{language}.br: {sentences.Sum(sentence => sentence.Words.Length):N0} tokens, "
            + $"{new FileInfo(Path.Combine(output, $"tagger.{language}.br")).Length:N0} bytes, "
            + $"{Accuracy(model, Treebank.Read(test)):P2} right on {Path.GetFileName(test)}");
    }

    private static Dictionary<string, PartOfSpeech> CertainWords(List<TaggedSentence> sentences)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i].ToLowerInvariant();
                if (!counts.TryGetValue(word, out var tags))
                {
                    counts[word] = tags = new int[TaggerModel.Tags];
                }

                tags[(int)sentence.Tags[i]]++;
            }
        }

        return counts
            .Where(pair => pair.Value.Sum() >= CertainCount && pair.Value.Max() >= CertainShare * pair.Value.Sum())
            .ToDictionary(pair => pair.Key, pair => (PartOfSpeech)Array.IndexOf(pair.Value, pair.Value.Max()), StringComparer.Ordinal);
    }

    private static sbyte[] Train(List<TaggedSentence> sentences, Dictionary<string, PartOfSpeech> certain)
    {
        var weights = new float[TaggerModel.Buckets * TaggerModel.Tags];
        var totals = new double[weights.Length];
        var stamps = new int[weights.Length];
        var hashed = sentences.Select(sentence => Array.ConvertAll(sentence.Words, word => TaggerFeatures.Of(word))).ToArray();
        var random = new Random(20240101);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var rows = new int[TaggerFeatures.Count];
        var step = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var (words, gold) = (hashed[index], sentences[index].Tags);
                var (tag1, tag2) = (-1, -1);
                for (var i = 0; i < words.Length; i++)
                {
                    int guess;
                    if (certain.TryGetValue(sentences[index].Words[i].ToLowerInvariant(), out var sure))
                    {
                        guess = (int)sure;
                    }
                    else
                    {
                        step++;
                        TaggerFeatures.Fill(
                            rows, words[i], i > 0 ? words[i - 1] : default, i + 1 < words.Length ? words[i + 1] : default,
                            i + 2 < words.Length ? words[i + 2] : default, tag1, tag2);
                        guess = Best(weights, rows);
                        var right = (int)gold[i];
                        if (guess != right)
                        {
                            foreach (var row in rows)
                            {
                                Update((row * TaggerModel.Tags) + right, 1);
                                Update((row * TaggerModel.Tags) + guess, -1);
                            }
                        }
                    }

                    (tag2, tag1) = (tag1, guess);
                }
            }
        }

        return Quantise();

        void Update(int at, float value)
        {
            totals[at] += (double)(step - stamps[at]) * weights[at];
            stamps[at] = step;
            weights[at] += value;
        }

        sbyte[] Quantise()
        {
            var averages = new double[weights.Length];
            for (var i = 0; i < weights.Length; i++)
            {
                averages[i] = (totals[i] + ((double)(step - stamps[i]) * weights[i])) / step;
            }

            var scale = 127 / Math.Max(1e-9, averages.Select(Math.Abs).Order().ElementAt((int)(averages.Length * 0.99995)));
            return Array.ConvertAll(averages, average => (sbyte)Math.Clamp(Math.Round(average * scale), -127, 127));
        }
    }

    private static int Best(float[] weights, int[] rows)
    {
        Span<float> sums = stackalloc float[TaggerModel.Tags];
        foreach (var row in rows)
        {
            for (var tag = 0; tag < TaggerModel.Tags; tag++)
            {
                sums[tag] += weights[(row * TaggerModel.Tags) + tag];
            }
        }

        var best = 0;
        for (var tag = 1; tag < TaggerModel.Tags; tag++)
        {
            best = sums[tag] > sums[best] ? tag : best;
        }

        return best;
    }

    private static double Accuracy(TaggerModel model, IEnumerable<TaggedSentence> sentences)
    {
        var (right, all) = (0, 0);
        foreach (var sentence in sentences)
        {
            var tags = new PartOfSpeech[sentence.Words.Length];
            PerceptronTagger.Tag(
                model,
                Array.ConvertAll(sentence.Words, word => TaggerFeatures.Of(word)),
                Array.ConvertAll(sentence.Words, word => model.Certain(word.ToLowerInvariant())),
                tags);
            right += tags.Zip(sentence.Tags).Count(pair => pair.First == pair.Second);
            all += tags.Length;
        }

        return (double)right / all;
    }
}
