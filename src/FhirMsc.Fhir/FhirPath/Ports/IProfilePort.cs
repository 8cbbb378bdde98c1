using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>Who answers <c>conformsTo</c> and <c>slice</c>.</summary>
public interface IProfilePort
{
    /// <summary>Whether a resource or element conforms to a profile.</summary>
    /// <param name="node">The resource or element.</param>
    /// <param name="profile">Canonical URL of the StructureDefinition.</param>
    /// <returns>The answer; <see langword="null"/> if there is no such profile, which FHIRPath makes an error.</returns>
    Answer? ConformsTo(Node node, string profile);

    /// <summary>Whether an element is in a slice of a profile.</summary>
    /// <param name="element">The element.</param>
    /// <param name="profile">Canonical URL of the StructureDefinition.</param>
    /// <param name="slice">Name of the slice.</param>
    /// <returns>The answer: no where there is no such profile or slice, and cannot tell from a port that does not sort into slices.</returns>
    Answer IsInSlice(Node element, string profile, string slice) => Answer.CannotTell;
}
