using Glossary.App.Kernel.Termbases;

namespace Glossary.App.Tests.Installations;

/// <summary>Puts a concept into a state as a person does.</summary>
internal static class Decisions
{
    public static async Task DecideAsync(this Installation installation, string glossary, string key, TermState state)
    {
        var id = (await installation.ConceptsAsync(glossary)).Single(concept => concept.Head.Key == key).Id;
        await installation.Get<ConceptEditor>().DecideAsync(glossary, [id], new Decision(state), "ada", null, TestContext.Current.CancellationToken);
    }
}
