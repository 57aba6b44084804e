using System.Text;

namespace Glossary.Azure.Records;

/// <summary>
/// Writes any string as a key that Azure Tables accepts, in the same ordinal order, with at most two UTF-16 units for one
/// (a key of the service has at most 512 of them).
/// </summary>
/// <remarks>
/// The service forbids <c>/ \ # ?</c> and control characters, and trips over <c>%</c>. Such a character is written as the nearest allowed one
/// below it, the leader, and a digit; a leader itself is written with a lower digit, which keeps the order: <c>.</c> is <c>.0</c> and <c>/</c>
/// is <c>.1</c>. Controls below the space have no lower neighbour, so there the space leads and is itself <c> _</c>. Surrogates are
/// written with leader U+D7FF and a digit from U+4E00 on: the order is then the same by UTF-16 unit and by code point, and a lone one survives.
/// </remarks>
public static class TableKey
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_";
    private const char SpaceDigit = '_';
    private const char SurrogateLeader = '\uD7FF';
    private const char SurrogateDigits = '\u4E00';

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
            var leader = LeaderOf(encoded[i]);
            if (leader is null)
            {
                key.Append(encoded[i]);
                continue;
            }

            if (leader != encoded[i] || ++i == encoded.Length)
            {
                throw new FormatException($"The stored key {encoded} was not written by this program.");
            }

            key.Append(CharacterOf(leader.Value, encoded[i]));
        }

        return key.ToString();
    }

    private static char? LeaderOf(char c) => c switch
    {
        <= ' ' => ' ',
        '"' or '#' => '"',
        '$' or '%' => '$',
        '.' or '/' => '.',
        '>' or '?' => '>',
        '[' or '\\' => '[',
        >= '~' and <= '\u009F' => '~',
        >= SurrogateLeader and <= '\uDFFF' => SurrogateLeader,
        >= '\uFFFD' => '\uFFFD',
        _ => null,
    };

    private static char DigitOf(char c, char leader) => leader switch
    {
        ' ' => c == ' ' ? SpaceDigit : Digits[c],
        SurrogateLeader => (char)(SurrogateDigits + (c - leader)),
        _ => Digits[c - leader],
    };

    private static char CharacterOf(char leader, char digit) => leader switch
    {
        ' ' => digit == SpaceDigit ? ' ' : (char)Digits.IndexOf(digit, StringComparison.Ordinal),
        SurrogateLeader => (char)(leader + (digit - SurrogateDigits)),
        _ => (char)(leader + Digits.IndexOf(digit, StringComparison.Ordinal)),
    };
}
