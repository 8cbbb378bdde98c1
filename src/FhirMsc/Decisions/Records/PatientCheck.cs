using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Records;

/// <summary>
/// Tells resources of another patient than the one the call is about. A mixed-up prefetch must not decide about somebody's treatment.
/// </summary>
/// <param name="patientId"><c>context.patientId</c>.</param>
/// <param name="byUrl">All resources of the request by full URL, for references that are URNs.</param>
internal sealed class PatientCheck(string patientId, IReadOnlyDictionary<string, Node> byUrl)
{
    private static readonly int Reference = NameTable.Fhir.Find("reference");
    private static readonly int Id = NameTable.Fhir.Find("id");

    /// <summary>The elements by which resources name their patient: Condition.subject, AllergyIntolerance.patient, ResearchSubject.individual, Coverage.beneficiary.</summary>
    private static readonly int[] Subjects = [.. ((string[])["subject", "patient", "individual", "beneficiary"]).Select(NameTable.Fhir.Find)];

    private readonly byte[] expected = Encoding.UTF8.GetBytes($"Patient/{patientId}");

    /// <summary>
    /// Whether a resource says that it belongs to somebody (or something) else. One that does not say, or says it by identifier or by a reference that leads nowhere,
    /// is taken for what the client sent it as.
    /// </summary>
    public bool IsOfAnother(Node resource)
    {
        if (resource.ResourceTypeIs("Patient"u8))
        {
            return IsAnother(resource);
        }

        foreach (var child in resource.Children)
        {
            if (Array.IndexOf(Subjects, child.NameNumber) >= 0 && SaysAnother(child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks at a reference, and also at what some client may have written for one: the text alone, or several.</summary>
    private bool SaysAnother(Node subject)
    {
        if (subject.Kind == NodeKind.String)
        {
            return IsTextOfAnother(subject);
        }

        var reference = subject.Child(Reference);
        return reference.Exists && (reference.IsArrayItem ? subject.ChildrenNamed("reference").Any(IsTextOfAnother) : IsTextOfAnother(reference));
    }

    private bool IsTextOfAnother(Node reference) =>
        reference.Kind == NodeKind.String && !reference.ValueEquals(expected) && reference.Text is { Length: > 0 } text && NamesAnother(text);

    private bool NamesAnother(string reference) => ReferenceText.Parse(reference) is { } literal
        ? literal.Type != "Patient" || literal.Id != patientId
        : byUrl.TryGetValue(reference, out var target) && (target.ResourceType != "Patient" || IsAnother(target));

    private bool IsAnother(Node patient) => patient.Child(Id) is { Exists: true, Kind: NodeKind.String, IsArrayItem: false } id && id.Text is { Length: > 0 } text && text != patientId;
}
