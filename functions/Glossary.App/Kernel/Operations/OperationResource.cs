using Glossary.App.Kernel.Documents;

namespace Glossary.App.Kernel.Operations;

/// <summary>An operation as the API shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which work.</param>
/// <param name="Glossary">Slug of the glossary.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Percent">0–100.</param>
/// <param name="Counts">Figures of the work.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Input">What was asked for.</param>
/// <param name="Result">The file that it made.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="CreatedBy">Id of the person, or <c>system</c>.</param>
/// <param name="FinishedAt">UTC.</param>
public sealed record OperationResource(
    string Id,
    OperationKind Kind,
    string Glossary,
    OperationState State,
    int Percent,
    IReadOnlyDictionary<string, int> Counts,
    Failure? Error,
    OperationInput Input,
    OperationFileResource? Result,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? FinishedAt)
{
    /// <summary>The operation as the API shows it.</summary>
    public static OperationResource Of(Operation operation) => new(
        operation.Id,
        operation.Kind,
        operation.Glossary,
        operation.State,
        operation.Percent,
        operation.Counts,
        operation.Error,
        operation.Input,
        operation.Result is { } file ? new OperationFileResource(file.FileName, file.MediaType, file.Size) : null,
        operation.CreatedAt,
        operation.CreatedBy,
        operation.FinishedAt);
}

/// <summary>A file that an operation made, as the API shows it.</summary>
/// <param name="FileName">The name to save it under.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Size">Bytes.</param>
public sealed record OperationFileResource(string FileName, string MediaType, long Size);
