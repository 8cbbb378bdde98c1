using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>One thing that a definition states about an element, compiled. Immutable; prints itself with <see cref="object.ToString"/>.</summary>
internal interface IElementRule
{
    /// <summary>Checks one value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="run">Takes what is wrong, and knows the place.</param>
    void Check(Node node, TypeSchema type, ValidationRun run);
}
