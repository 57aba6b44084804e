using Glossary.Extraction.Language;

namespace Glossary.Extraction.Tests.Language;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "The pump is driven by a motor, and the flow of the liquid is measured by a sensor that is mounted at the outlet.")]
    [InlineData("de", "Die Pumpe wird von einem Motor angetrieben, und der Volumenstrom der Flüssigkeit wird mit einem Sensor am Auslass gemessen.")]
    [InlineData("de", "Kühlwasserförderpumpe")]
    [InlineData("en", "Cooling water pump")]
    public void A_text_has_the_language_of_its_words_of_grammar(string language, string text) =>
        Assert.Equal(language, LanguageDetector.Detect(DocumentBuilder.OfBody(text)));

    [Theory]
    [InlineData("La pompe tourne avec un moteur électrique puissant ; le débit du liquide est mesuré par une sonde qui se trouve près du réservoir principal de cette installation.")]
    [InlineData("Mesure du débit des pompes et des vannes du circuit des eaux du réseau, des conduites du bâtiment et des capteurs de pression du réservoir.")]
    [InlineData("La bomba centrífuga es accionada por un motor eléctrico, y el caudal no se mide a la salida del depósito; me parece que es un sensor de presión de la planta.")]
    [InlineData("La portata della pompa viene misurata con un sensore di pressione montato in uscita dal serbatoio, e lo scambiatore di calore raffredda il liquido.")]
    [InlineData("Pompa jest napędzana silnikiem elektrycznym, natomiast przepływ cieczy mierzy czujnik umieszczony przy wylocie zbiornika głównego oraz drugi czujnik obok zaworu bezpieczeństwa.")]
    public void A_text_in_another_language_is_undetermined(string text) =>
        Assert.Equal(LanguageDetector.Undetermined, LanguageDetector.Detect(DocumentBuilder.OfBody(text)));

    [Theory]
    [InlineData("Mesure du débit des pompes et des vannes du circuit des eaux du réseau")]
    [InlineData("Kühlwasserpumpe DN 50")]
    public void A_block_that_does_not_tell_has_no_language_of_its_own(string text) => Assert.Null(LanguageDetector.DetectBlock(text));

    [Fact]
    public void A_text_without_words_counts_as_English() =>
        Assert.Equal("en", LanguageDetector.Detect(DocumentBuilder.OfBody(string.Empty)));

    [Fact]
    public void The_larger_part_of_a_mixed_document_decides() =>
        Assert.Equal("de", LanguageDetector.Detect(DocumentBuilder.OfBody(
            "The abstract is in English.",
            "Der Bericht ist auf Deutsch und beschreibt die Anlage mit allen Teilen, die für den Betrieb nötig sind.")));
}
