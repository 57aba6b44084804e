using Glossary.Extraction.Documents;

namespace Glossary.Extraction.Tests;

/// <summary>Short technical documents, written for these tests.</summary>
internal static class Texts
{
    public static DocumentText Bioreactor { get; } = new DocumentBuilder()
        .Add(SegmentKind.RunningHead, "Zentrifugal handbook 17")
        .Heading("3 The Development of Mixing", "Which Execution Approach", "More Stringent Conditions")
        .Body(
            "The oxygen transfer rate (OTR) limits the growth of cells in a stirred bioreactor. The OTR depends on the volumetric mass transfer coefficient, which is written as kLa.",
            "A high kLa value asks for small bubbles. The kLa value was found by the dynamic method, and two kLa values were compared in Section 4.",
            "Computational fluid dynamics (CFD) shows where the liquid stands still. With CFD, the volumetric mass transfer coefficients of two impellers were compared, as shown in Figure 3, fig. 3 and table 2.",
            "A pH sensor is mounted at the wall. The pH sensors are calibrated before each run, because the pH drifts with time.")
        .NextPage()
        .Heading("5.4 Example D", "Run 1 2.0", "At Least 5 Samples")
        .Body(
            "A single-use mixing system has a bag instead of a steel vessel. Most single-use mixing systems are sterile when they arrive.",
            "The quality system follows ISO 9001. In a small firm the bookkeeper keeps the records; each bookkeeper is trained once a year.",
            "Similar figures were published by Doe et al. 2013, and at least 5 others have confirmed them. The Development of such plants takes time.")
        .Body(
            "The volumetric mass transfer coefficient grows with the power input. The bookkeeper writes down what a single-use mixing system costs.",
            "Compared with steel, a single-use mixing system is quick to set up.")
        .Cells("Impeller", "Power input", "Rushton turbine", "2.5 kW/m³")
        .Add(SegmentKind.Contents, "Quasimodal resonator ........ 12")
        .Add(SegmentKind.Reference, "Doe, J.: Hyperbolic cavitation meter. London 2013.")
        .Build();

    public static DocumentText Pump { get; } = new DocumentBuilder()
        .Heading("2 Aufbau der Kühlwasserpumpe")
        .Body(
            "Die Kühlwasserpumpe fördert das Kühlwasser durch den Wärmetauscher. Zwei Kühlwasserpumpen laufen im Wechsel, damit der Volumenstrom nicht abfällt.",
            "Der Sensor misst die Höhe des Volumenstroms, und die Steuerung vergleicht die Volumenströme beider Leitungen. Das elektrische Stellventil schließt, wenn der Druck steigt.",
            "Vor dem Einbau eines elektrischen Stellventils ist die Dichtung zu prüfen. Die elektrischen Stellventile tragen ein Typenschild nach DIN EN 1993-1-1.")
        .NextPage()
        .Body(
            "Die speicherprogrammierbare Steuerung (SPS) liest den Messwert jede Sekunde ein. Die SPS meldet eine Störung an die Leitwarte, z. B. bei Trockenlauf.",
            "Der Trockenlaufschutz schaltet die Pumpe ab. Ohne Trockenlaufschutz nimmt die Pumpe Schaden; die Prüfung des Trockenlaufschutzes ist Pflicht. In diesem Fall ist nach Abschnitt 4 und Abbildung 3 vorzugehen.")
        .Build();
}
