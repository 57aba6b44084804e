namespace Glossary.Azure.Blobs;

/// <summary>Which names of blobs can be addressed.</summary>
internal static class BlobName
{
    private const int Longest = 1024;

    /// <summary>Returns the name, or refuses one whose address would mean another blob.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or has a segment <c>.</c> or <c>..</c>, which an address resolves away.</exception>
    public static string Check(string name)
    {
        if (name.Length is 0 or > Longest)
        {
            throw new ArgumentException($"A blob's name has 1 to {Longest} characters; this one has {name.Length}.", nameof(name));
        }

        if (name.Split('/', '\\').Any(segment => segment is "." or ".."))
        {
            throw new ArgumentException($"The blob's name {name} has a segment that means another folder.", nameof(name));
        }

        return name;
    }
}
