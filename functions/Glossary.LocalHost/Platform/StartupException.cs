namespace Glossary.LocalHost.Platform;

/// <summary>The program can't start or go on, and a person can do something about it.</summary>
/// <param name="code">Stable name of the failure in kebab case, as <c>port-taken</c>.</param>
/// <param name="message">What happened and what to do, for the person who started the program.</param>
/// <param name="cause">What it came from, for a log.</param>
public sealed class StartupException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Stable name of the failure in kebab case.</summary>
    public string Code { get; } = code;
}
