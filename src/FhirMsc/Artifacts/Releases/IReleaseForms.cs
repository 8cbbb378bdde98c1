using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Logic;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases;

/// <summary>
/// Everything about artifacts that differs between releases of FHIR and that the release's definitions don't tell. What is the same is written once,
/// elsewhere, in terms of this.
/// </summary>
internal interface IReleaseForms
{
    /// <summary>The release.</summary>
    FhirRelease Release { get; }

    /// <summary>The resource type that citations are written as.</summary>
    string CitationType { get; }

    /// <summary>What only this release makes.</summary>
    IReadOnlyList<IProjection> Further { get; }

    /// <summary>Where citations and the pieces inside them have their codes and elements.</summary>
    ICitationForms Citations { get; }

    /// <summary>Canonical URLs of the profiles that artifacts of a kind claim in <c>meta.profile</c>.</summary>
    IReadOnlyList<string> Profiles(ArtifactKind kind);

    /// <summary>Extensions of the whole resource that say metadata for which the type has no element.</summary>
    IEnumerable<Element?> MetadataExtensions(string resourceType);

    /// <summary><c>RelatedArtifact</c>.</summary>
    Element RelatedArtifact(Related related);

    /// <summary><c>PlanDefinition.action.input</c> that asks for data.</summary>
    Element ActionInput(Element dataRequirement);

    /// <summary>Profile and code of an activity that orders a medication or doesn't, and how to say text where it tells something.</summary>
    Element MedicationOrder();

    /// <summary>Path of the text in a <c>CommunicationRequest</c>, for <c>dynamicValue</c>.</summary>
    string MessagePath { get; }

    /// <summary>The expression of a criterion for the element names of this release.</summary>
    string Expression(Criterion criterion);

    /// <summary>A group of a <c>ConceptMap</c>: source and target systems, without elements.</summary>
    Element MapGroup(string source, string sourceVersion, string target);

    /// <summary>An element of a <c>ConceptMap</c>: a concept and how it relates to those of the target.</summary>
    Element MapElement(MappedConcept concept);

    /// <summary>Kind of a <c>Group</c>: people with certain characteristics whoever they are, or the people who took part in something.</summary>
    Element GroupKind(bool isDefinitional);

    /// <summary>The body of a citation record and of the resource around it.</summary>
    Element Citation(Frame frame, CitationBody body);

    /// <summary>The body of an <c>Evidence</c>.</summary>
    Element Evidence(EvidenceBody body);

    /// <summary>The body of an <c>EvidenceVariable</c>.</summary>
    Element Variable(VariableBody body);

    /// <summary>The part of a <c>ResearchStudy</c> that differs: status, design, place, arms, endpoints, participants.</summary>
    Element Study(StudyBody body);

    /// <summary>One resource of an <c>ImplementationGuide</c>.</summary>
    Element GuideResource(Draft draft);
}
