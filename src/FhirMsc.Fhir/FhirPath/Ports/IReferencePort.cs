using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>Where <c>resolve()</c> finds resources that are neither contained nor in the same Bundle.</summary>
public interface IReferencePort
{
    /// <summary>Finds a resource.</summary>
    /// <param name="reference">The reference as stated: <c>Patient/1</c>, an absolute URL, a canonical.</param>
    /// <returns>The resource; a node that does not exist if it is not at hand.</returns>
    Node Resolve(string reference);
}
