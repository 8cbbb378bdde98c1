using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>Populations and interventions as concepts.</summary>
internal static class Subjects
{
    /// <summary><c>CodeableConcept</c>: the words, and the own code if there is one. A value set is no code and stays out.</summary>
    public static Element Concept(Frame frame, Subject subject) =>
        Datatypes.Concept([subject.Concept is { } concept ? frame.Codes.Coding(concept) : null], subject.Text, subject.Origin);
}
