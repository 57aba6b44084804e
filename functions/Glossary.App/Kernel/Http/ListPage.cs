using System.Buffers.Text;
using System.Text;

namespace Glossary.App.Kernel.Http;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Value">The page.</param>
/// <param name="NextLink">Address of the next page relative to the site, or null at the end.</param>
/// <param name="Count">How many there are in all, where it was asked for and is known.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Value, string? NextLink, int? Count);

/// <summary>How much of a list is asked for, and from where.</summary>
/// <param name="Top">Most items wanted, 1–1,000.</param>
/// <param name="After">Where the page before ended, or null for the first.</param>
public readonly record struct ListPosition(int Top, string? After);

/// <summary>Makes a key opaque to callers, so that nobody builds upon its inside.</summary>
internal static class ContinuationToken
{
    public static string Encode(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string Decode(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (FormatException)
        {
            throw ApiException.Invalid("$skiptoken", "$skiptoken is not one that this API gave out; follow nextLink as it is.");
        }
    }
}
