using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Searching;

/// <summary>Where <c>resolve()</c> in a search parameter's expression leads: to what is published.</summary>
internal sealed class CatalogReferences(Catalog catalog) : IReferencePort
{
    public Node Resolve(string reference)
    {
        var found = reference.Split('/') is [var type, var id] ? catalog.Find(type, id) : catalog.FindCanonical(reference);
        return found?.Tree.Root ?? default;
    }
}
