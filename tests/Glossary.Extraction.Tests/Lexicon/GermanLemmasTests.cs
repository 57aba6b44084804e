using Glossary.Extraction.Lexicon;

namespace Glossary.Extraction.Tests.Lexicon;

public sealed class GermanLemmasTests
{
    [Theory]
    [InlineData("ventile", "ventil")]
    [InlineData("ventilen", "ventil")]
    [InlineData("ventils", "ventil")]
    [InlineData("pumpen", "pumpe")]
    [InlineData("geräte", "gerät")]
    [InlineData("volumenströme", "volumenstrom")]
    [InlineData("volumenstroms", "volumenstrom")]
    [InlineData("volumenstrom", "volumenstrom")]
    [InlineData("kühlwasserpumpen", "kühlwasserpumpe")]
    [InlineData("drucksensoren", "drucksensor")]
    [InlineData("sicherheitsventile", "sicherheitsventil")]
    [InlineData("schrauben", "schraube")]
    [InlineData("federn", "feder")]
    [InlineData("förderhöhen", "förderhöhe")]
    [InlineData("wagen", "wagen")]
    [InlineData("verfahren", "verfahren")]
    [InlineData("messungen", "messung")]
    [InlineData("durchflussmessungen", "durchflussmessung")]
    [InlineData("stoffübergangskoeffizienten", "stoffübergangskoeffizient")]
    [InlineData("stoffübergangskoeffizient", "stoffübergangskoeffizient")]
    [InlineData("prozessgas", "prozessgas")]
    [InlineData("wärmetauschers", "wärmetauscher")]
    [InlineData("faktoren", "faktor")]
    [InlineData("funktionalitäten", "funktionalität")]
    [InlineData("desktop-umgebungen", "desktop-umgebung")]
    [InlineData("installer-komponenten", "installer-komponente")]
    [InlineData("hardware-konfigurationen", "hardware-konfiguration")]
    [InlineData("software-sprachausgabe", "software-sprachausgabe")]
    [InlineData("installationsprozesses", "installationsprozess")]
    [InlineData("dateisystemen", "dateisystem")]
    [InlineData("uefi-systemen", "uefi-system")]
    [InlineData("bios-systeme", "bios-system")]
    [InlineData("druckgase", "druckgas")]
    public void An_inflected_noun_folds_into_its_lemma(string form, string lemma) =>
        Assert.Equal(lemma, LanguageData.German.Lemmas.Noun(form, LanguageData.German.Frequencies));

    [Theory]
    [InlineData("elektrische", "elektrischer", "elektrisches", "elektrischen", "elektrischem")]
    [InlineData("hydraulische", "hydraulischer", "hydraulisches", "hydraulischen", "hydraulischem")]
    [InlineData("spezifische", "spezifischer", "spezifisches", "spezifischen", "spezifischem")]
    public void The_endings_of_an_adjective_fold_into_one(params string[] forms) =>
        Assert.Single(forms.Select(form => LanguageData.German.Lemmas.Modifier(form, LanguageData.German.Frequencies)).Distinct());

    [Theory]
    [InlineData("sauber")]
    [InlineData("eben")]
    public void An_ending_that_belongs_to_the_stem_stays(string word) =>
        Assert.Equal(word, LanguageData.German.Lemmas.Modifier(word, LanguageData.German.Frequencies));
}
