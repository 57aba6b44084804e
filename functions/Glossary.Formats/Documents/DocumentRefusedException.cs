namespace Glossary.Formats.Documents;

/// <summary>A document that can't be read, with a stable code and a sentence that a person understands.</summary>
/// <param name="code">One of <see cref="RefusalCodes"/>.</param>
/// <param name="message">What is wrong and what to do, for a person.</param>
/// <param name="innerException">What the parser said, for the log alone.</param>
public sealed class DocumentRefusedException(string code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Stable, kebab-case code.</summary>
    public string Code { get; } = code;
}

/// <summary>Every reason for which an upload is refused. The codes are part of the API.</summary>
public static class RefusalCodes
{
    /// <summary>The type is not allowed, or the first bytes belie the name.</summary>
    public const string UnsupportedType = "unsupported-type";

    /// <summary>No bytes, or no pages.</summary>
    public const string EmptyFile = "empty-file";

    /// <summary>More bytes than the limit.</summary>
    public const string FileTooLarge = "file-too-large";

    /// <summary>More pages than the limit.</summary>
    public const string TooManyPages = "too-many-pages";

    /// <summary>More characters than the limit.</summary>
    public const string TooMuchText = "too-much-text";

    /// <summary>Encrypted, and no empty user password opens it.</summary>
    public const string PasswordProtected = "password-protected";

    /// <summary>Pages are pictures: text recognition is needed first.</summary>
    public const string NoTextLayer = "no-text-layer";

    /// <summary>The structure is broken beyond reading.</summary>
    public const string Damaged = "damaged";

    /// <summary>An archive that would unpack to far more than it holds, or that names places outside itself.</summary>
    public const string UnsafeArchive = "unsafe-archive";

    /// <summary>Reading took longer than the limit.</summary>
    public const string TookTooLong = "took-too-long";

    /// <summary>Reading needed more memory than the limit.</summary>
    public const string TooMuchMemory = "too-much-memory";

    /// <summary>Meaning of each code, for the API's readers.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [UnsupportedType] = "The type is not read, or the first bytes belie the name.",
        [EmptyFile] = "There are no bytes or no pages.",
        [FileTooLarge] = "The file has more bytes than the limit.",
        [TooManyPages] = "The document has more pages than the limit.",
        [TooMuchText] = "The document has more text than the limit.",
        [PasswordProtected] = "The document is encrypted.",
        [NoTextLayer] = "The pages are pictures; text recognition is needed first.",
        [Damaged] = "The structure is broken beyond reading.",
        [UnsafeArchive] = "The archive would unpack to far more than it holds, or names places outside itself.",
        [TookTooLong] = "Reading took longer than the limit.",
        [TooMuchMemory] = "Reading needed more memory than the limit.",
    };
}
