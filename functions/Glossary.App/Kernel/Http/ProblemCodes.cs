namespace Glossary.App.Kernel.Http;

/// <summary>Every problem code of the API with its meaning: the table that the OpenAPI description prints.</summary>
public static class ProblemCodes
{
    /// <summary>400.</summary>
    public const string Invalid = "invalid-request";

    /// <summary>401.</summary>
    public const string SignInNeeded = "sign-in-needed";

    /// <summary>403.</summary>
    public const string RoleNeeded = "role-needed";

    /// <summary>403.</summary>
    public const string ClientHeaderMissing = "client-header-missing";

    /// <summary>404.</summary>
    public const string NotFound = "not-found";

    /// <summary>409.</summary>
    public const string Conflict = "conflict";

    /// <summary>409.</summary>
    public const string GlossaryExists = "glossary-exists";

    /// <summary>409: a term of that wording belongs to another concept.</summary>
    public const string TermExists = "term-exists";

    /// <summary>409: the concept was merged into another one.</summary>
    public const string ConceptMerged = "concept-merged";

    /// <summary>409: both concepts are related in that way already.</summary>
    public const string RelationExists = "relation-exists";

    /// <summary>409: a concept would stand above itself.</summary>
    public const string HierarchyCycle = "hierarchy-cycle";

    /// <summary>409.</summary>
    public const string NotReady = "not-ready";

    /// <summary>412.</summary>
    public const string Stale = "stale-version";

    /// <summary>413.</summary>
    public const string BodyTooLarge = "body-too-large";

    /// <summary>415.</summary>
    public const string JsonNeeded = "json-needed";

    /// <summary>422: an idempotency key was used for another call.</summary>
    public const string KeyReused = "idempotency-key-reused";

    /// <summary>428.</summary>
    public const string IfMatchNeeded = "if-match-needed";

    /// <summary>429.</summary>
    public const string TooManyRequests = "too-many-requests";

    /// <summary>500.</summary>
    public const string Internal = "internal-error";

    /// <summary>503.</summary>
    public const string StoreUnavailable = "store-unavailable";

    /// <summary>Meaning of each code of the API itself, in the order of the statuses.</summary>
    public static IReadOnlyDictionary<string, string> Meanings { get; } = new Dictionary<string, string>
    {
        [Invalid] = "The request has a field that can't be accepted; `errors` says which.",
        [SignInNeeded] = "Nobody is signed in.",
        [RoleNeeded] = "The signed-in person's role does not allow this.",
        [ClientHeaderMissing] = "A call that changes something lacks the header `x-glossary-client`.",
        [NotFound] = "There is nothing of that name.",
        [Conflict] = "Somebody else was first; read again and repeat.",
        [GlossaryExists] = "A glossary of that short name exists.",
        [TermExists] = "A term of that wording belongs to another concept; `errors.concept` names it.",
        [ConceptMerged] = "The concept was merged into another one; `errors.concept` names it.",
        [RelationExists] = "The concepts are related in that way already.",
        [HierarchyCycle] = "A concept would be broader than itself, or a part of itself, by way of others.",
        [NotReady] = "The thing asked for is still being made.",
        [Stale] = "The thing was changed since it was read.",
        [BodyTooLarge] = "The body exceeds the limit.",
        [JsonNeeded] = "The body must be JSON.",
        [KeyReused] = "The `Idempotency-Key` was used for another call within the last 24 hours.",
        [IfMatchNeeded] = "The header `If-Match` with the version that was read is missing.",
        [TooManyRequests] = "Too many requests; `Retry-After` says when to come back.",
        [Internal] = "A fault of ours; the trace id finds it in the log.",
        [StoreUnavailable] = "The store does not answer; try again.",
    };
}
