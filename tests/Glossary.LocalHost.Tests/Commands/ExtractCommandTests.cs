using System.Diagnostics;
using System.Text.Json;
using Glossary.Samples;

namespace Glossary.LocalHost.Tests.Commands;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("glossary-extract-tests-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_file_gives_the_same_bytes_on_any_culture_time_zone_and_number_of_threads()
    {
        var sample = Sample("bioreactor-manual.de.pdf");
        var first = await RunAsync([sample, "--format", "json"], ("LANG", "en_US.UTF-8"), ("TZ", "America/New_York"), ("DOTNET_PROCESSOR_COUNT", "1"));
        var second = await RunAsync([sample, "--format", "json"], ("LANG", "tr_TR.UTF-8"), ("TZ", "Asia/Tokyo"), ("DOTNET_PROCESSOR_COUNT", "4"));
        Assert.Equal(0, first.Code);
        Assert.Equal(first.Output, second.Output);
        using var json = JsonDocument.Parse(first.Output);
        Assert.Contains(json.RootElement.GetProperty("concepts").EnumerateArray(), concept => concept.GetProperty("terms")[0].GetProperty("text").GetString() == "Gleitringdichtung");
    }

    [Fact]
    public async Task Several_files_give_one_list_and_forms_lists_every_spelling()
    {
        var (code, output, _) = await RunAsync([Sample("bioreactor-manual.en.pdf"), Sample("bioreactor-manual.en.docx"), "--forms"]);
        Assert.Equal(0, code);
        var rows = output.TrimStart('\uFEFF').Split("\r\n").Select(row => row.Split(',')).ToList();
        Assert.Equal("term", rows[0][1]);
        Assert.Single(rows, row => row.Length > 9 && row[1] == "oxygen transfer rate" && row[9] == "2");
        Assert.Single(rows, row => row.Length > 1 && row[1] == "impeller");
        Assert.Single(rows, row => row.Length > 1 && row[1] == "baffles");
    }

    [Fact]
    public async Task A_profile_changes_how_much_is_proposed()
    {
        var sample = Sample("bioreactor-manual.en.pdf");
        var counts = new List<int>();
        foreach (var profile in new[] { "precise", "balanced", "exhaustive" })
        {
            counts.Add((await RunAsync([sample, "--profile", profile, "--language", "en"])).Output.Count(character => character == '\n'));
        }

        Assert.True(counts[0] < counts[1] && counts[1] < counts[2], string.Join(' ', counts));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "--format", "docx", "a.pdf")]
    [InlineData(2, "no-such-file.pdf")]
    public async Task Wrong_use_ends_with_2(int expected, params string[] arguments)
    {
        var (code, _, errors) = await RunAsync(arguments);
        Assert.Equal(expected, code);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task A_refused_file_ends_with_3_and_a_problem()
    {
        var path = Path.Combine(folder.FullName, "letter.pdf");
        await File.WriteAllTextAsync(path, "No PDF at all.", Cancellation);
        var (code, output, errors) = await RunAsync([path]);
        Assert.Equal(3, code);
        Assert.Empty(output);
        using var problem = JsonDocument.Parse(errors);
        Assert.Equal("unsupported-type", problem.RootElement.GetProperty("code").GetString());
    }

    private string Sample(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, SampleSet.All().Single(sample => sample.Name == name).Bytes);
        }

        return path;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", typeof(Hosting.LocalHostApplication).Assembly.Location, "extract", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await errors);
    }
}
