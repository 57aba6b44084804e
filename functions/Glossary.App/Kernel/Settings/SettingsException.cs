namespace Glossary.App.Kernel.Settings;

/// <summary>Settings that can't be used, with a sentence for each mistake.</summary>
/// <param name="mistakes">The sentences.</param>
public sealed class SettingsException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    /// <summary>A sentence for each mistake: which setting, what it says, what it should say.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
