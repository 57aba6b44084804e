using System.Text.Json;

namespace Glossary.Formats.Artefacts;

/// <summary>Candidates as JSON lines in ordinal order of language and key, readable from the start of any line.</summary>
public static class CandidateFile
{
    private const byte LineFeed = (byte)'\n';
    private const int BufferSize = 128 * 1024;

    /// <summary>Writes all candidates.</summary>
    public static void Write(Stream stream, IEnumerable<StoredCandidate> candidates)
    {
        foreach (var candidate in candidates
            .OrderBy(candidate => candidate.Language, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Key, StringComparer.Ordinal))
        {
            JsonSerializer.Serialize(stream, candidate, StoredCandidateJson.Default.StoredCandidate);
            stream.WriteByte(LineFeed);
        }
    }

    /// <summary>Reads the next lines.</summary>
    /// <param name="source">The file.</param>
    /// <param name="offset">Start of a line: 0, or what the call before gave.</param>
    /// <param name="count">Most lines wanted.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The candidates, and where the next line starts, or null at the end of the file.</returns>
    public static async Task<(IReadOnlyList<StoredCandidate> Candidates, long? Next)> ReadAsync(
        RangeSource source, long offset, int count, CancellationToken cancellationToken)
    {
        var candidates = new List<StoredCandidate>();
        using var pending = new MemoryStream();
        var position = offset;
        while (true)
        {
            var chunk = await source(position, BufferSize, cancellationToken);
            if (chunk.IsEmpty)
            {
                return (candidates, null);
            }

            var start = 0;
            int feed;
            while ((feed = chunk.Span[start..].IndexOf(LineFeed)) >= 0)
            {
                pending.Write(chunk.Span.Slice(start, feed));
                candidates.Add(JsonSerializer.Deserialize(pending.GetBuffer().AsSpan(0, (int)pending.Length), StoredCandidateJson.Default.StoredCandidate)!);
                pending.SetLength(0);
                start += feed + 1;
                if (candidates.Count == count)
                {
                    return (candidates, position + start);
                }
            }

            pending.Write(chunk.Span[start..]);
            position += chunk.Length;
        }
    }
}
