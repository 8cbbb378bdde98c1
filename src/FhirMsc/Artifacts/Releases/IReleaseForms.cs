using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Logic;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases;

/// <summary>
/// Everything about artifacts that differs between releases of FHIR. What is the same is written once, elsewhere, in terms of this; what has no common
/// shape at all (evidence, citations) each release projects by itself.
/// </summary>
internal interface IReleaseForms
{
    /// <summary>The release.</summary>
    FhirRelease Release { get; }

    /// <summary>The resource type that citations are written as.</summary>
    string CitationType { get; }

    /// <summary>The top-level elements that a resource type has in this release, in the order of its definition.</summary>
    /// <exception cref="KeyNotFoundException">The release has no such type, or nothing of that type is ever generated.</exception>
    IReadOnlyList<string> Elements(string resourceType);

    /// <summary>Canonical URLs of the profiles that artifacts of a kind claim in <c>meta.profile</c>.</summary>
    IReadOnlyList<string> Profiles(ArtifactKind kind);

    /// <summary>Extensions of the whole resource that say metadata for which the type has no element.</summary>
    IEnumerable<Element?> MetadataExtensions(string resourceType);

    /// <summary><c>RelatedArtifact</c>.</summary>
    Element RelatedArtifact(Related related);

    /// <summary><c>PlanDefinition.action.input</c> that asks for data.</summary>
    Element ActionInput(Element dataRequirement);

    /// <summary>The expression of a criterion for the element names of this release.</summary>
    string Expression(Criterion criterion);

    /// <summary>A target in a <c>ConceptMap</c>: how one concept relates to a concept of the target.</summary>
    Element MapTarget(Mapping mapping);

    /// <summary>Who a recommendation is for, as a <c>Group</c> of which nobody is a particular person.</summary>
    /// <param name="characteristics">Its characteristics.</param>
    Element DefinitionalGroup(IEnumerable<Element?> characteristics);

    /// <summary>Studies, evidence, variables, groups and citations: the resources without a shape in common.</summary>
    IEnumerable<Draft> EvidenceLayer(Frame frame);
}
