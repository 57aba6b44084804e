using Glossary.App.Kernel.Http;
using Microsoft.AspNetCore.Http;

namespace Glossary.App.Tests.Installations;

/// <summary>Signs in whom the test says, or nobody.</summary>
public sealed class SettableSignIn : IPrincipalSource
{
    public Principal? Person { get; set; } = new("ada", "Ada", "test", Role.Admin, []);

    public void As(Role role) => Person = new Principal("ada", "Ada", "test", role, []);

    public ValueTask<Principal?> FindAsync(HttpContext http, CancellationToken cancellationToken) => ValueTask.FromResult(Person);
}
