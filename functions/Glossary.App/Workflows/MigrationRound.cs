using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Glossary.App.Kernel.Records;

namespace Glossary.App.Workflows;

/// <summary>How far a round of a migration is: all that its next step needs.</summary>
internal sealed record MigrationRound
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the glossary's newest change when the round began.</summary>
    public required long ChangeNumber { get; init; }

    /// <summary>The last key that was compared; null at the beginning and at the end.</summary>
    public string? After { get; init; }

    /// <summary>Records written and deleted in the other store, in this round and those before it.</summary>
    public int Written { get; init; }

    /// <summary>What the store that serves holds, so far.</summary>
    public StoreDigest Source { get; init; } = StoreDigest.Empty;

    /// <summary>What the other store held when it was read, so far.</summary>
    public StoreDigest Target { get; init; } = StoreDigest.Empty;

    /// <summary>Nobody knows the number of records beforehand: the first round is half of the way, the second two thirds, and so on.</summary>
    [JsonIgnore]
    public int Percent => 100 * Number / (Number + 1);

    /// <summary>The figures to show.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, int> Counts => new Dictionary<string, int>
    {
        ["rounds"] = Number, ["records"] = Source.Records, ["written"] = Written,
    };
}

/// <summary>What a store holds of a glossary, to be compared with another.</summary>
/// <param name="Records">Number of records.</param>
/// <param name="Sha256">
/// A chain over the records in the order of their keys, in hexadecimal: each link is SHA-256 over the link before it, the lengths of key and body
/// in UTF-16 units as 32-bit little-endian numbers, and both as UTF-16LE.
/// </param>
internal sealed record StoreDigest(int Records, string Sha256)
{
    /// <summary>Of nothing.</summary>
    public static StoreDigest Empty { get; } = new(0, new string('0', 2 * SHA256.HashSizeInBytes));

    /// <summary>With further records.</summary>
    public StoreDigest With(IReadOnlyList<StoredRecord> records)
    {
        var link = Convert.FromHexString(Sha256);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> lengths = stackalloc byte[2 * sizeof(int)];
        foreach (var record in records)
        {
            BinaryPrimitives.WriteInt32LittleEndian(lengths, record.Key.Length);
            BinaryPrimitives.WriteInt32LittleEndian(lengths[sizeof(int)..], record.Body.Length);
            hash.AppendData(link);
            hash.AppendData(lengths);
            hash.AppendData(MemoryMarshal.AsBytes(record.Key.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(record.Body.AsSpan()));
            link = hash.GetHashAndReset();
        }

        return new StoreDigest(Records + records.Count, Convert.ToHexStringLower(link));
    }
}

/// <summary>What a migration came to; its file.</summary>
/// <param name="Glossary">Slug.</param>
/// <param name="From">The store that serves.</param>
/// <param name="To">The store that it was copied to.</param>
/// <param name="ChangeNumber">The newest change that the copy has; later ones it lacks.</param>
/// <param name="Source">What the one holds.</param>
/// <param name="Target">What the other holds: the same.</param>
/// <param name="Rounds">How often both were walked through.</param>
/// <param name="Written">Records written and deleted.</param>
internal sealed record MigrationReport(
    string Glossary, TermStoreService From, TermStoreService To, long ChangeNumber, StoreDigest Source, StoreDigest Target, int Rounds, int Written);
