using System.Security.Cryptography;
using System.Text;

namespace Glossary.App.Kernel.Http;

/// <summary>Versions as callers see them.</summary>
public static class EntityTag
{
    /// <summary>A short tag for a version of the store, whatever that looks like there.</summary>
    public static string Of(string storeVersion) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(storeVersion)).AsSpan(0, 8));
}
