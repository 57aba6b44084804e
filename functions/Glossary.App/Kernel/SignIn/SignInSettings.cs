namespace Glossary.App.Kernel.SignIn;

/// <summary>Who is believed about the person behind a request, and who is an admin from the start.</summary>
/// <param name="Source">Whose word counts.</param>
/// <param name="Admins">Ids of people who are admins by setting.</param>
public sealed record SignInSettings(SignInSource Source, IReadOnlySet<string> Admins);

/// <summary>Whose word about the person behind a request counts.</summary>
public enum SignInSource
{
    /// <summary>Nobody's: every call that needs a role is refused. The default, because a header can be written by anybody.</summary>
    None,

    /// <summary>The platform's: a linked Static Web App before the app, and the app's own authentication, set the header.</summary>
    Platform,

    /// <summary>The caller's, on this machine alone: for development and tests.</summary>
    Development,
}
