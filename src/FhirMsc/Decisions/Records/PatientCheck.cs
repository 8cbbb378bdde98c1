using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Records;

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
                if (Text(subject, "reference") is { } reference && NamesAnother(reference))
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

    private bool IsAnother(Node patient) => Text(patient, "id") is { } id && id != patientId;

    /// <summary>A string that is not empty; the data comes from outside and may hold anything in its place.</summary>
    private static string? Text(Node owner, string name) => owner.Child(name) is { Exists: true, Kind: NodeKind.String, IsArrayItem: false } child && child.Text is { Length: > 0 } text ? text : null;
}
