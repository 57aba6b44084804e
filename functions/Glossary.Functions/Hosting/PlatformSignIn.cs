using Glossary.App.Kernel.Http;
using Glossary.App.Kernel.SignIn;
using Microsoft.AspNetCore.Http;

namespace Glossary.Functions.Hosting;

/// <summary>The person that Static Web Apps signed in.</summary>
public sealed class PlatformSignIn(SignInSettings settings) : IPrincipalSource
{
    /// <inheritdoc />
    public ValueTask<Principal?> FindAsync(HttpContext http, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ClientPrincipal.Find(http, settings));
}
