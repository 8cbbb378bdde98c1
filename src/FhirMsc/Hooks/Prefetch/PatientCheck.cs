using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>
/// Tells resources of another patient than the one the call is about. A mixed-up prefetch must not decide about somebody's treatment.
/// </summary>
/// <param name="patientId"><c>context.patientId</c>.</param>
/// <param name="byUrl">All resources of the request by full URL, for references that are URNs.</param>
internal sealed class PatientCheck(string patientId, IReadOnlyDictionary<string, Node> byUrl)
{
    /// <summary>The elements by which resources name their patient: Condition.subject, AllergyIntolerance.patient, ResearchSubject.individual, Coverage.beneficiary.</summary>
    private static readonly string[] Subjects = ["subject", "patient", "individual", "beneficiary"];

    /// <summary>
    /// Whether a resource says that it belongs to somebody (or something) else. One that does not say, or says it by identifier or by a reference that leads nowhere,
    /// is taken for what the client sent it as.
    /// </summary>
    public bool IsOfAnother(Node resource)
    {
        if (resource.ResourceType == "Patient")
        {
            return IsAnother(resource);
        }

        foreach (var name in Subjects)
        {
            foreach (var subject in resource.ChildrenNamed(name))
            {
                if (NodeShapes.Of(subject) == NodeShape.Object && NodeShapes.Text(subject, "reference") is { } reference && NamesAnother(reference))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool NamesAnother(string reference) => ReferenceText.Parse(reference) is { } literal
        ? literal.Type != "Patient" || literal.Id != patientId
        : byUrl.TryGetValue(reference, out var target) && (target.ResourceType != "Patient" || IsAnother(target));

    private bool IsAnother(Node patient) => NodeShapes.Text(patient, "id") is { } id && id != patientId;
}
