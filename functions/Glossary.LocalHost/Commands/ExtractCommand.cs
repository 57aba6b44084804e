using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Glossary.Extraction;
using Glossary.Formats.Documents;
using Glossary.Formats.Terms;
using Glossary.Reader;

namespace Glossary.LocalHost.Commands;

/// <summary>Prints the terms of files, without any store: each file is read in a process of its own, with the limits of an upload.</summary>
internal static class ExtractCommand
{
    /// <summary>The command was used wrongly: an unknown option, or a file that is not there.</summary>
    public const int WrongUse = 2;

    private const int Refused = 3;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Documents to read: PDF, DOCX, XLSX.", Arity = ArgumentArity.OneOrMore };
        var language = new Option<string?>("--language") { Description = "Language of the documents, where it shall not be detected: en or de." };
        language.AcceptOnlyFromAmong("en", "de");
        var profile = new Option<string>("--profile") { Description = "How much is proposed: precise, balanced (default) or exhaustive.", DefaultValueFactory = _ => "balanced" };
        profile.AcceptOnlyFromAmong("precise", "balanced", "exhaustive");
        var format = new Option<string>("--format") { Description = "What is printed: csv (default), json or tbx.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json", "tbx");
        var forms = new Option<bool>("--forms") { Description = "List every spelling in the documents as a term of its own." };
        var command = new Command("extract", "Print the terms of documents. Exit code 2: wrong use; 3: a file is refused.") { files, language, profile, format, forms };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(files)!,
            ExtractionOptions.OfProfile(result.GetValue(profile)!)! with { Language = result.GetValue(language) },
            TermFormat.Find(result.GetValue(format)!)!,
            result.GetValue(forms),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo[] files, ExtractionOptions options, TermFormat format, bool eachForm, CancellationToken cancellationToken)
    {
        var reader = new ReaderProcess(new ReaderProcessLimits(), TimeProvider.System);
        var terms = new ExtractedTerms();
        foreach (var file in files)
        {
            if (!file.Exists)
            {
                return Say(WrongUse, new FileProblem("file-not-found", "There is no such file.", file.Name));
            }

            try
            {
                await terms.AddAsync(reader, file, options, cancellationToken);
            }
            catch (DocumentRefusedException refused)
            {
                return Say(Refused, new FileProblem(refused.Code, refused.Message, file.Name));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Say(Refused, new FileProblem("file-unreadable", "The file can't be opened.", file.Name));
            }
        }

        // The newest file's time and not the clock's: the same files give the same bytes.
        var header = new ExportHeader(string.Join(", ", files.Select(file => file.Name)), files.Max(file => file.LastWriteTimeUtc));
        using var content = new MemoryStream();
        await using (var writer = format.Open!(content, header))
        {
            foreach (var entry in terms.Entries(eachForm))
            {
                await writer.WriteAsync(entry, cancellationToken);
            }

            await writer.CompleteAsync(cancellationToken);
        }

        await using var output = Console.OpenStandardOutput();
        content.Position = 0;
        await content.CopyToAsync(output, cancellationToken);
        return 0;
    }

    private static int Say(int code, FileProblem problem)
    {
        Console.Error.WriteLine(JsonSerializer.Serialize(problem, FileProblemJson.Default.FileProblem));
        return code;
    }
}

/// <summary>Why a file gives no terms.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Detail">A sentence for a person.</param>
/// <param name="File">The file's name.</param>
internal sealed record FileProblem(string Code, string Detail, string File);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FileProblem))]
internal sealed partial class FileProblemJson : JsonSerializerContext;
