namespace Glossary.Extraction.Lexicon;

/// <summary>
/// Closed lists of a language. <see cref="Breakers"/> never stand in a term; <see cref="WeakStarts"/> never begin one;
/// <see cref="Generic"/> words are no terms by themselves but may be parts of one.
/// </summary>
internal sealed class WordLists
{
    private WordLists(
        string functionWords, string breakers, string weakStarts, string grading, string generic, string documentParts, string joints, string articles,
        string abbreviations)
    {
        Grading = Words(grading);
        Joints = Words(joints);
        Articles = Words(articles);
        FunctionWords = Words(functionWords);
        Breakers = Words(breakers);
        WeakStarts = Words(weakStarts);
        Generic = Words(generic);
        DocumentParts = Words(documentParts);
        Abbreviations = Words(abbreviations);
    }

    /// <summary>Words of grammar, by which the language is told.</summary>
    public HashSet<string> FunctionWords { get; }

    /// <summary>Determiners, quantifiers, comparatives: they say nothing of a thing's kind.</summary>
    public HashSet<string> Breakers { get; }

    /// <summary>Adjectives that point or value but do not name a kind.</summary>
    public HashSet<string> WeakStarts { get; }

    /// <summary>Adjectives of size, order and rank: they seldom make a name (“high voltage”, “main shaft”).</summary>
    public HashSet<string> Grading { get; }

    /// <summary>What joins two phrases to one.</summary>
    public HashSet<string> Joints { get; }

    /// <summary>Articles that may stand behind a joint.</summary>
    public HashSet<string> Articles { get; }

    /// <summary>Nouns of no field.</summary>
    public HashSet<string> Generic { get; }

    /// <summary>Parts of documents: “section”, “figure”; with a number behind they are references.</summary>
    public HashSet<string> DocumentParts { get; }

    /// <summary>Words whose full stop ends no sentence, without it.</summary>
    public HashSet<string> Abbreviations { get; }

    /// <summary>English.</summary>
    public static WordLists English { get; } = new(
        functionWords: """
            the of and to in is that for it as was with on be by at this are or from which an not have has were but they their its can will
            if when you we these such may also more other than any into between been would should must there where
            """,
        breakers: """
            the a an this that these those which what whose who whom where when why how all any some each every either neither both no none
            many much more most few fewer less least several enough own same such other others another my your his her its our their
            following above-mentioned aforementioned respective corresponding various different certain numerous further additional
            former latter only just even very too quite rather so as if then than
            one two three four five six seven eight nine ten hundred thousand million least once twice et al etc ie eg e.g i.e vs via per
            comprise comprises consist consists require requires depend depends contain contains include includes provide provides
            allow allows ensure ensures occur occurs become becomes consider considers determine determines describe describes
            correspond corresponds impair impairs prevent prevents improve improves indicate indicates characterise characterises characterize characterizes
            facilitate facilitates remain remains exist exists apply applies reduce reduces receive receives received undergo undergoes became
            today yesterday tomorrow not never always often sometimes usually here there now however therefore thus hence moreover furthermore otherwise
            """,
        weakStarts: """
            new old better best bad worse worst great big larger largest smaller smallest longer shorter
            higher highest lowest possible impossible important necessary available able suitable appropriate relevant
            major usual typical particular special specific individual whole entire
            current recent present actual real true simple easy difficult hard similar
            sufficient required given used using based desired preferred recommended known so-called alternative
            extra useful interesting significant considerable stringent essential proper
            best-known careful likely unlikely separate related certain following
            """,
        grading: """
            good large small little long short high low lower main minor key primary common general single double full complete early late right left optional
            initial final overall total average multiple basic quick fast slow strong weak clear normal original correct
            first second third fourth fifth next last previous upper
            """,
        generic: """
            time times end day days week weeks month months year years hour hours minute minutes second seconds moment date today way ways
            thing things part parts case cases example examples fact facts point points place places number numbers amount amounts
            lot lots bit kind kinds sort sorts type types form forms set sets group groups list lists range use uses usage user users
            people person persons man men woman women world country area areas level levels order orders reason reasons result results
            problem problems question questions answer answers idea ideas name names word words change changes addition advantage
            advantages disadvantage disadvantages aim aims purpose purposes goal goals need needs option options possibility
            possibilities aspect aspects issue issues matter matters item items detail details information data value values
            change difference differences effect effects cause causes condition conditions situation situations step steps
            approach approaches method methods development developments growth work works job jobs side sides top bottom front back
            half side line lines page pages chapter beginning start middle rest term terms definition definitions description
            descriptions note notes remark remarks comment comments summary introduction overview conclusion conclusions content contents
            table tables figure figures section sections appendix annex air water thing use ability attempt basis chance choice
            consideration discussion experience extent factor factors help importance increase decrease interest lack length manner
            means member members opportunity past future presence possibility requirement requirements role sense size source sources
            state states study studies subject success task tasks topic topics trouble try variety view views recommendation recommendations experiment experiments criterion criteria objective objectives
            """,
        documentParts: """
            section sections sec chapter chapters chapt chap figure figures fig figs table tables tab page pages appendix appendices annex annexes
            equation equations eq eqs example examples note notes step steps line lines item items part parts volume vol no nr number
            reference references ref refs see paragraph clause run abbreviation abbreviations abstract acknowledgement acknowledgements
            acknowledgment acknowledgments author authors bibliography foreword preface imprint publisher publishers editor editors
            keyword keywords isbn issn copyright symbol symbols nomenclature fundamental fundamentals outlook edition editions
            """,
        joints: "of for in on to at against under with by from above into between 's ’s ' ’",
        articles: "the a an",
        abbreviations: "e.g i.e etc vs fig figs eq eqs no nos ref refs sec vol approx ca cf dr mr mrs ms prof st inc ltd co corp al resp max min p pp ed eds ch tab e.g. i.e. u.s u.k");

    /// <summary>German.</summary>
    public static WordLists German { get; } = new(
        functionWords: """
            der die das und den dem des ein eine einer eines einem einen ist sind wird werden mit von zu zur zum im in auf für nicht auch
            sich bei oder als aus durch nach wie an am es dass kann können muss müssen soll sollte über unter zwischen wenn nur noch
            """,
        breakers: """
            der die das den dem des ein eine einer eines einem einen dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder
            jede jedes jeden jedem alle aller alles allen allem einige einiger einigen mehrere mehrerer mehreren manche mancher manches
            viele vieler vielen vielem wenige weniger wenigen beide beider beiden kein keine keiner keines keinem keinen welcher welche
            welches welchen welchem solche solcher solches solchen mein meine dein deine sein seine seiner seinen seinem seines ihr ihre
            ihrer ihren ihrem ihres unser unsere unserer unseren euer eure andere anderer anderes anderen anderem folgende folgender
            folgendes folgenden obige obigen obiger genannte genannten jeweilige jeweiligen jeweiliger entsprechende entsprechenden
            entsprechender verschiedene verschiedenen verschiedener unterschiedliche unterschiedlichen weitere weiterer weiteren weiteres
            zusätzliche zusätzlichen gleiche gleichen gleicher selbe selben einzige einzigen mehr meist meisten mindestens
            vom beim ans ins aufs am im zum zur ihres jegliche jeglicher jeglichen jegliches jeweils
            höchstens sehr so wie als zwei drei vier fünf sechs sieben acht neun zehn hundert tausend etwa ca sowie bzw usw et al
            """,
        weakStarts: """
            neu neue neuen neuer neues alt alte alten gut gute guten guter gutes besser bessere besseren beste besten größer größere
            größeren größte größten möglich mögliche möglichen wichtig
            wichtige wichtigen wichtigste notwendig notwendige notwendigen erforderlich erforderliche erforderlichen verfügbar
            verfügbare verfügbaren geeignet geeignete geeigneten geeigneter üblich übliche üblichen
            bestimmt bestimmte bestimmten bestimmter einzeln einzelne einzelnen ganz ganze ganzen aktuell aktuelle
            aktuellen einfach einfache einfachen schwierig ähnlich ähnliche ähnlichen gewünscht gewünschte gewünschten verwendete
            verwendeten sogenannte sogenannten ausreichend ausreichende ausreichenden eigene eigenen eigener besondere besonderen
            besonderer typische typischen normale normalen wesentliche wesentlichen gegebene gegebenen vorhandene vorhandenen
            """,
        grading: """
            groß große großen großer großes klein kleine kleinen kleiner kleines lang lange langen kurz kurze kurzen hoch hohe hohen hoher
            hohes höher höhere höheren niedrig niedrige niedrigen niedriger allgemein allgemeine allgemeinen gesamt gesamte gesamten
            erste ersten erster erstes zweite zweiten zweiter dritte dritten letzte letzten letzter nächste nächsten nächster vorige vorigen
            vierte vierten fünfte fünften zehnte zehnten höchste höchsten niedrigste niedrigsten kleinste kleinsten größte größten einfachste einfachsten leer leere leeren zwanzig fünfzig
            """,
        generic: """
            zeit zeiten ende tag tage tagen woche wochen monat monate jahr jahre jahren stunde stunden minute minuten sekunde sekunden
            moment datum mal weise art arten teil teile teilen fall fälle fällen beispiel beispiele beispielen punkt punkte ort orte zahl
            zahlen anzahl menge ding dinge sache sachen form formen gruppe gruppen liste listen bereich bereiche bereichen nutzer
            benutzer mensch menschen person personen mann frau leute welt land stufe stufen reihe grund gründe gründen ergebnis
            ergebnisse problem probleme frage fragen antwort antworten idee name namen wort wörter änderung änderungen vorteil vorteile
            nachteil nachteile ziel ziele zweck möglichkeit möglichkeiten aspekt aspekte thema themen angabe angaben information
            informationen daten wert werte werten unterschied unterschiede wirkung ursache bedingung bedingungen situation schritt
            schritte ansatz methode methoden entwicklung arbeit arbeiten seite seiten zeile zeilen kapitel anfang mitte rest begriff
            begriffe beschreibung hinweis hinweise anmerkung bemerkung zusammenfassung einleitung einführung überblick inhalt tabelle
            tabellen abbildung abbildungen abschnitt abschnitte anhang luft wasser hilfe rolle sinn größe quelle quellen zustand aufgabe
            aufgaben versuch folge folgen regel verwendung nutzung einsatz bedarf maß maße weg wege lage stand stelle stellen
            """,
        documentParts: """
            abschnitt abschnitte abschnitten kapitel kapiteln abbildung abbildungen abb bild bilder tabelle tabellen tab seite seiten
            anhang anhänge gleichung gleichungen gl beispiel beispiele anmerkung schritt zeile punkt teil band nr nummer siehe absatz ziffer
            abkürzung abkürzungen abkürzungsverzeichnis literatur literaturverzeichnis inhaltsverzeichnis vorwort impressum herausgeber
            autor autoren verfasser danksagung stichwortverzeichnis bildnachweis isbn issn copyright grundlage grundlagen ausblick auflage auflagen symbolverzeichnis nomenklatur
            """,
        joints: "des der eines einer von für mit zur zum in im auf aus an am bei unter gegen durch nach zu vor",
        articles: "die der das den dem des einen einem eine einer",
        abbreviations: "z.b d.h u.a bzw usw ca vgl evtl ggf abb tab nr bd kap s dr prof str inkl exkl max min sog u.ä z.t i.d.r etc gl hrsg abs ziff zzgl mind o.ä b d h a t");

    private static HashSet<string> Words(string text) =>
        new(text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
