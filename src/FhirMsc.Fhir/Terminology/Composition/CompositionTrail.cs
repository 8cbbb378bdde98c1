namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>Where the compiling of a value set stands.</summary>
/// <param name="Depth">How many value sets import this one by way of each other.</param>
/// <param name="Budget">What may still be followed.</param>
internal sealed record CompositionTrail(int Depth, ImportBudget Budget);
