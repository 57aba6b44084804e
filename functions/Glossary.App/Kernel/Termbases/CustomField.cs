using System.Globalization;

namespace Glossary.App.Kernel.Termbases;

/// <summary>A field that a glossary's concepts have beside the ones that all have.</summary>
/// <param name="Name">Name in the data: 1–40 of <c>a–z 0–9 -</c>, chosen once.</param>
/// <param name="Label">Name to show, English.</param>
/// <param name="LabelDe">Name to show, German; the English one where it is missing.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Choices">The values allowed, for <c>Choice</c>; null otherwise.</param>
public sealed record CustomField(string Name, string Label, string? LabelDe, CustomFieldType Type, IReadOnlyList<string>? Choices)
{
    private const int LongestText = 2_000;

    /// <summary>Whether a value is one of this field, and how it is stored: numbers and dates in invariant form.</summary>
    public bool TryAccept(string value, out string stored)
    {
        stored = value.Trim();
        switch (Type)
        {
            case CustomFieldType.Number when decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                stored = number.ToString(CultureInfo.InvariantCulture);
                return true;
            case CustomFieldType.Date:
                return DateOnly.TryParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
            case CustomFieldType.Boolean:
                return stored is "true" or "false";
            case CustomFieldType.Choice:
                return Choices?.Contains(stored) == true;
            default:
                return Type == CustomFieldType.Text && stored.Length is > 0 and <= LongestText;
        }
    }
}

/// <summary>What the values of a field are.</summary>
public enum CustomFieldType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number with a point.</summary>
    Number,

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of a list.</summary>
    Choice,
}
