using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Glossary.App.Kernel.Records;

namespace Glossary.Azure.Records;

/// <summary>A record as an entity of Azure Tables.</summary>
/// <remarks>
/// A body of at most 4,096 characters is the text property <c>Body</c>, readable in any storage browser. A larger one is UTF-8 in binary properties
/// <c>Body</c>, <c>Body1</c>, … of 64 KiB: the service counts text with two bytes a character against its 1 MiB an entity, and the SDK
/// writes every quotation mark and every letter beyond ASCII with six bytes against the 4 MiB of a transaction.
/// </remarks>
internal static class RecordEntity
{
    private const int LongestText = 4096;
    private const int LargestBinary = 64 * 1024;

    public static TableEntity Of(string partitionKey, string rowKey, string body)
    {
        var entity = new TableEntity(partitionKey, rowKey);
        if (body.Length <= LongestText)
        {
            entity[PropertyName(0)] = body;
            return entity;
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        for (var part = 0; part * LargestBinary < bytes.Length; part++)
        {
            var from = part * LargestBinary;
            entity[PropertyName(part)] = bytes[from..Math.Min(from + LargestBinary, bytes.Length)];
        }

        return entity;
    }

    public static StoredRecord Read(TableEntity entity)
        => new(EncodedKey.Decode(entity.RowKey), ReadBody(entity), entity.ETag.ToString());

    private static string ReadBody(TableEntity entity)
    {
        if (entity[PropertyName(0)] is string text)
        {
            return text;
        }

        using var bytes = new MemoryStream();
        for (var part = 0; entity.TryGetValue(PropertyName(part), out var value); part++)
        {
            bytes.Write((byte[])value);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string PropertyName(int part) => part == 0 ? "Body" : "Body" + part.ToString(CultureInfo.InvariantCulture);
}
