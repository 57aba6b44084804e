using System.Text.Json;
using Glossary.Extraction;
using Glossary.Formats.Documents;
using Glossary.Reader;

// The lexica are loaded while the document is opened: every document needs some of them.
_ = Task.Run(static () =>
{
    TermExtractor.Prepare("en");
    TermExtractor.Prepare("de");
});

// One line of JSON comes in; lines of JSON go out. The parent holds our input open for as long as it lives: when it ends, so do we.
var line = Console.In.ReadLine();
if (line is null)
{
    return 2;
}

var request = JsonSerializer.Deserialize(line, ReaderJson.Default.ReadingRequest)!;
new Thread(() =>
{
    while (Console.In.ReadLine() is not null)
    {
    }

    Environment.Exit(3);
})
{ IsBackground = true }.Start();

using var output = Console.OpenStandardOutput();
var gate = new Lock();
var progress = new ThrottledProgress(reading => Say(new ReaderMessage(Progress: reading)));
try
{
    var result = await new InlineUploadReader().ReadAsync(request, progress, CancellationToken.None);
    Say(new ReaderMessage(Done: result));
    return 0;
}
catch (DocumentRefusedException refused)
{
    Say(new ReaderMessage(Refused: new ReaderRefusal(refused.Code, refused.Message)));
    return 0;
}
catch (OutOfMemoryException)
{
    Say(new ReaderMessage(Refused: new ReaderRefusal(
        RefusalCodes.TooMuchMemory, "Reading this document needs more memory than is allowed. Split it into parts, or save it anew with another program.")));
    return 0;
}

void Say(ReaderMessage message)
{
    lock (gate)
    {
        JsonSerializer.Serialize(output, message, ReaderJson.Default.ReaderMessage);
        output.WriteByte((byte)'\n');
        output.Flush();
    }
}
