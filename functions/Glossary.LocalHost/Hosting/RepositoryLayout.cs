namespace Glossary.LocalHost.Hosting;

/// <summary>Where things lie in the checkout that the host was started from.</summary>
/// <param name="Root">The folder with the solution.</param>
public sealed record RepositoryLayout(string Root)
{
    /// <summary>The web application's sources.</summary>
    public string Web => Path.Combine(Root, "web");

    /// <summary>The built web application.</summary>
    public string WebOutput => Path.Combine(Web, "dist");

    /// <summary>Where data goes unless another folder is named; ignored by git.</summary>
    public string Data => Path.Combine(Root, ".data");

    /// <summary>Finds the checkout upwards from the program, then from the current folder.</summary>
    public static RepositoryLayout Find()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Glossary.Functions.sln")))
                {
                    return new RepositoryLayout(folder.FullName);
                }
            }
        }

        return new RepositoryLayout(Directory.GetCurrentDirectory());
    }
}
