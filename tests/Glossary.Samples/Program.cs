using Glossary.Samples;

if (args is not [var folder])
{
    Console.Error.WriteLine("Usage: dotnet run --project tests/Glossary.Samples -- FOLDER");
    return 2;
}

Directory.CreateDirectory(folder);
foreach (var (name, bytes) in SampleSet.All())
{
    File.WriteAllBytes(Path.Combine(folder, name), bytes);
}

return 0;
