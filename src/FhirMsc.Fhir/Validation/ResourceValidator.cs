using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>
/// Checks a resource against the definition of its type: which elements there are, how many, in which JSON form, and the form of primitive values. It does
/// not look at invariants, bindings, references or profiles, and says nothing about them. Immutable and safe to share.
/// </summary>
public sealed class ResourceValidator(FhirModel model)
{
    /// <summary>Checks one resource with everything in it.</summary>
    /// <param name="resource">Node of the resource.</param>
    /// <returns>All issues, in the order of the resource.</returns>
    public IReadOnlyList<Issue> Validate(Node resource)
    {
        var pass = new StructurePass(model);
        pass.Resource(resource, resource.ResourceType ?? string.Empty);
        return pass.Found;
    }
}
