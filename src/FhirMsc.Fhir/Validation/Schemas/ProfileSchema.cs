using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>A profile, compiled. Immutable.</summary>
/// <param name="Structure">The profile.</param>
/// <param name="Canonical">Its canonical URL with version, for findings.</param>
/// <param name="Type">Name of the type that it narrows.</param>
/// <param name="Root">What it adds to its type; null if nothing, or if there is no snapshot.</param>
internal sealed record ProfileSchema(StructureDefinition Structure, string Canonical, string Type, ElementSchema? Root)
{
    /// <summary>As JSON.</summary>
    public override string ToString() => Root?.ToString() ?? "{}";
}
