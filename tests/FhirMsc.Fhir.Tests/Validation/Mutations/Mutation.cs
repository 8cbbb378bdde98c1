namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>One way to break a valid resource.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Applies">Whether a place can be broken that way.</param>
/// <param name="Break">Breaks the place; returns the path where that must be found.</param>
internal sealed record Mutation(string Name, Func<Spot, bool> Applies, Func<Spot, string> Break);
