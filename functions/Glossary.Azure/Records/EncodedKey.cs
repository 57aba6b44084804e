using System.Text;

namespace Glossary.Azure.Records;

/// <summary>
/// Writes any string as a key that Azure Tables and Azure Cosmos DB both accept, in the same ordinal order by UTF-16 unit, by code point and by
/// UTF-8 byte. One unit becomes at most two (a key of Tables has at most 512) and at most four bytes (an id of Cosmos has at most 1,023).
/// </summary>
/// <remarks>
/// The services forbid <c>/ \ # ?</c> and control characters, and trip over <c>%</c> and a space at the end. Such a character is written as the
/// nearest allowed one below it, the leader, and a digit; a leader itself is written with a lower digit, which keeps the order: <c>.</c> is
/// <c>.0</c> and <c>/</c> is <c>.1</c>. Controls below the space have no lower neighbour, so there the space leads and is itself <c> _</c>.
/// Surrogates share leaders from U+D7C7 to U+D7FF, 37 of them each: the order is then the same in every encoding, and a lone one survives.
/// </remarks>
public static class EncodedKey
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    private const char SpaceDigit = '_';

    // So many that the surrogates and the leaders themselves, 37 a leader, are all written before U+E000.
    private const char FirstSurrogateLeader = '\uD7C7';

    /// <summary>The key as the service stores it.</summary>
    public static string Encode(string key)
    {
        var encoded = new StringBuilder(key.Length + 16);
        foreach (var c in key)
        {
            var leader = LeaderOf(c);
            encoded.Append(leader ?? c);
            if (leader is { } l)
            {
                encoded.Append(DigitOf(c, l));
            }
        }

        return encoded.ToString();
    }

    /// <summary>The key that <see cref="Encode"/> was given.</summary>
    /// <exception cref="FormatException">No key is written so.</exception>
    public static string Decode(string encoded)
    {
        var key = new StringBuilder(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            var stored = encoded[i];
            if (LeaderOf(stored) is not { } leader)
            {
                key.Append(stored);
                continue;
            }

            if ((leader != stored && !LeadsSurrogates(stored)) || ++i == encoded.Length)
            {
                throw new FormatException($"The stored key {encoded} was not written by this program.");
            }

            key.Append(CharacterOf(stored, encoded[i]));
        }

        return key.ToString();
    }

    private static bool LeadsSurrogates(char c) => c is >= FirstSurrogateLeader and < '\uD800';

    private static char? LeaderOf(char c) => c switch
    {
        <= ' ' => ' ',
        '"' or '#' => '"',
        '$' or '%' => '$',
        '.' or '/' => '.',
        '>' or '?' => '>',
        '[' or '\\' => '[',
        >= '~' and <= '\u009F' => '~',
        >= FirstSurrogateLeader and <= '\uDFFF' => (char)(FirstSurrogateLeader + ((c - FirstSurrogateLeader) / Digits.Length)),
        >= '\uFFFD' => '\uFFFD',
        _ => null,
    };

    private static char DigitOf(char c, char leader) => leader switch
    {
        ' ' => c == ' ' ? SpaceDigit : Digits[c],
        _ when LeadsSurrogates(leader) => Digits[(c - FirstSurrogateLeader) % Digits.Length],
        _ => Digits[c - leader],
    };

    private static char CharacterOf(char leader, char digit) => leader switch
    {
        ' ' => digit == SpaceDigit ? ' ' : (char)Digits.IndexOf(digit, StringComparison.Ordinal),
        _ when LeadsSurrogates(leader) => (char)(
            FirstSurrogateLeader + ((leader - FirstSurrogateLeader) * Digits.Length) + Digits.IndexOf(digit, StringComparison.Ordinal)),
        _ => (char)(leader + Digits.IndexOf(digit, StringComparison.Ordinal)),
    };
}
