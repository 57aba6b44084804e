using System.Reflection;
using Glossary.Extraction;

namespace Glossary.App.Workflows;

/// <summary>The extraction as it is built into this program.</summary>
public static class Engine
{
    /// <summary>Its version, kept with every reading.</summary>
    public static string Version { get; } =
        typeof(TermExtractor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
