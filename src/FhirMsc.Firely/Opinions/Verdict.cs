namespace FhirMsc.Firely.Opinions;

/// <summary>What a validator says of a resource.</summary>
/// <param name="Errors">What it refuses it for, with the place; empty if it accepts it. Warnings are no part of a verdict.</param>
internal sealed record Verdict(IReadOnlyList<string> Errors)
{
    /// <summary>Whether the resource is valid.</summary>
    public bool Accepts => Errors.Count == 0;
}
