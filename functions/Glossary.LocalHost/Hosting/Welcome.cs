using Glossary.LocalHost.Azurite;

namespace Glossary.LocalHost.Hosting;

/// <summary>Tells the person at the terminal where everything is and what to do next.</summary>
internal static class Welcome
{
    public static void Print(Uri address, string data, string? connection, bool noWeb)
    {
        Console.WriteLine($"""

            Glossary runs at {address}

            Next:
              1. {(noWeb ? "The API is at " + new Uri(address, "api/v1/glossaries") : "Open the address, and try the sample or drop a PDF on the page")}
              2. Or copy files into {Path.Combine(data, "inbox")}{Path.DirectorySeparatorChar}<glossary>{Path.DirectorySeparatorChar}

            Data:     {data}
            """);
        if (connection is not null)
        {
            Console.WriteLine($"""
                Storage:  {connection}
                          (for Azure Storage Explorer and other tools; the local store saves every {AzuriteServer.SaveInterval.TotalSeconds:0} s)
                """);
        }

        Console.WriteLine("Stop with Ctrl+C.");
    }
}
