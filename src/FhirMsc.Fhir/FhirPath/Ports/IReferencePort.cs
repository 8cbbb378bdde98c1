using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>Where <c>resolve()</c> finds resources that are neither contained nor in the same Bundle.</summary>
public interface IReferencePort
{
    /// <summary>Finds a resource.</summary>
    /// <param name="reference">The reference as stated: <c>Patient/1</c>, an absolute URL, a canonical.</param>
    /// <returns>The resource; a node that does not exist if it is not at hand.</returns>
    Node Resolve(string reference);

    /// <summary>
    /// Whether a resource that <c>resolve()</c> found in the Bundle around may be used. A Bundle may hold what the caller must not look at, such as the
    /// resources of another patient; one that may not be used counts as not at hand.
    /// </summary>
    bool Admits(Node resource) => true;
}
