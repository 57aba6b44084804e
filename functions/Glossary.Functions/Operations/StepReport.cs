namespace Glossary.Functions.Operations;

/// <summary>What a step came to, for the orchestrator and whoever looks at it.</summary>
/// <param name="State">Where the operation stands.</param>
/// <param name="Step">Name of its next step.</param>
/// <param name="Percent">0–100.</param>
/// <param name="WaitSeconds">How long to wait before the next step, or null where there is none.</param>
public sealed record StepReport(string State, string Step, int Percent, double? WaitSeconds);
