using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>Who answers <c>conformsTo</c>.</summary>
public interface IProfilePort
{
    /// <summary>Whether a resource or element conforms to a profile.</summary>
    /// <param name="node">The resource or element.</param>
    /// <param name="profile">Canonical URL of the StructureDefinition.</param>
    /// <returns>The answer; <see langword="null"/> if there is no such profile, which FHIRPath makes an error.</returns>
    Answer? ConformsTo(Node node, string profile);
}
