using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Glossary.Benchmarks;

// dotnet run -c Release --project tests/Glossary.Benchmarks -- table [FILE…]     prints one table of all stages, against peers
// dotnet run -c Release --project tests/Glossary.Benchmarks -- length            prints time and memory against the length of a document
// dotnet run -c Release --project tests/Glossary.Benchmarks -- search [COUNT]    prints figures of the search over so many concepts, a million
// dotnet run -c Release --project tests/Glossary.Benchmarks -- termbase [COUNT [COUNT]]   prints figures of a large glossary: 50,000 concepts on Azurite, a million on the double of Cosmos DB
// dotnet run -c Release --project tests/Glossary.Benchmarks -- editors           50 people make 10,000 edits of one glossary at once, on Azurite
// dotnet run -c Release --project tests/Glossary.Benchmarks -- --filter '*'      measures in detail
// GLOSSARY_BENCHMARK_PDF names another document than the sample; GLOSSARY_WINK_FOLDER a folder where wink-nlp is installed.
switch (args)
{
    case ["table", .. var files]:
        await StageTable.PrintAsync(files);
        return 0;
    case ["length"]:
        await LengthTable.PrintAsync();
        return 0;
    case ["search", .. var count]:
        await SearchTable.PrintAsync(count is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
        return 0;
    case ["cold", var connection]:
        // A child of the table of the search: an instance that has just started.
        await ColdStart.MeasureAsync(connection);
        return 0;
    case ["termbase", .. var counts]:
        await TermbaseTable.PrintAsync(Count(counts, 0, 50_000), Count(counts, 1, 1_000_000));
        return 0;
    case ["editors"]:
        return await EditorsRace.RunAsync(editors: 50, edits: 10_000) ? 0 : 1;
    case ["editors", var editors, var edits]:
        return await EditorsRace.RunAsync(int.Parse(editors, CultureInfo.InvariantCulture), int.Parse(edits, CultureInfo.InvariantCulture)) ? 0 : 1;
    case ["analyse", var file]:
        // A child of the table of stages, with one processor.
        AnalysisSpeed.Measure(file);
        return 0;
    case ["load", var language]:
        // A child of the table of stages: nothing is loaded or compiled yet.
        LoadingTime.Measure(language);
        return 0;
    case ["measure", var file]:
        // A child of the table of lengths: memory is that of one document in a process of its own.
        await LengthTable.MeasureAsync(file);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SearchTable).Assembly).Run(
            args,
            DefaultConfig.Instance
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .WithOptions(ConfigOptions.DisableLogFile));
        return 0;
}

static int Count(string[] counts, int place, int otherwise) =>
    counts.Length > place ? int.Parse(counts[place], CultureInfo.InvariantCulture) : otherwise;
