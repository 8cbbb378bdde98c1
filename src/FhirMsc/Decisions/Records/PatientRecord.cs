using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Records;

/// <summary>
/// Everything that is known of one patient, as files or a decision case hold it: the whole record, so that what is not in it does not exist. Gives each input of a
/// plan what a FHIR server would answer to the input's query.
/// </summary>
public sealed class PatientRecord
{
    private readonly List<Node> resources;
    private readonly Dictionary<string, Node> byReference = new(StringComparer.Ordinal);
    private readonly PatientCheck? check;

    /// <summary>Takes resources in.</summary>
    /// <param name="roots">Resources, or Bundles of them.</param>
    /// <param name="patientId">Id of the patient; <see langword="null"/> to take the only Patient among the resources.</param>
    public PatientRecord(IEnumerable<Node> roots, string? patientId = null)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var found = new List<Node>();
        foreach (var root in roots)
        {
            Add(root, null, found);
        }

        resources = found;
        Patients = [.. found.Where(resource => resource.ResourceType == "Patient")];
        PatientId = patientId ?? (Patients.Count == 1 ? Patients[0].At("id") : null);
        check = PatientId is null ? null : new PatientCheck(PatientId, byReference);
    }

    /// <summary>The Patients in it.</summary>
    public IReadOnlyList<Node> Patients { get; }

    /// <summary>Id of the patient; <see langword="null"/> if it can't be told.</summary>
    public string? PatientId { get; }

    /// <summary>How many resources it holds.</summary>
    public int Count => resources.Count;

    /// <summary>Resources that say that they belong to somebody else than the patient; no plan sees them. None if it can't be told who the patient is.</summary>
    public IReadOnlyList<Node> OfAnother => check is null ? [] : [.. resources.Where(check.IsOfAnother)];

    /// <summary>What a plan sees of it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="eventName">The event that asks; <see langword="null"/> for none in particular.</param>
    /// <param name="missing">Ids of inputs to leave out, as if the client had not sent them.</param>
    /// <param name="takesAllOrders">Whether every order in the record is one of the call, whatever its status, as opposed to drafts alone.</param>
    /// <param name="earlier">Ids of orders that are from before the call all the same.</param>
    public PatientData DataFor(Plan plan, string? eventName = null, IReadOnlyCollection<string>? missing = null, bool takesAllOrders = false, IReadOnlyCollection<string>? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PatientData
        {
            Inputs = plan.Inputs.GroupBy(input => input.Id, StringComparer.Ordinal).ToDictionary(
                input => input.Key,
                input => missing?.Contains(input.Key) == true ? InputValue.NotAvailable("left out on purpose") : InputValue.Known([.. input.SelectMany(one => Answer(one, takesAllOrders, earlier ?? [])).Distinct()]),
                StringComparer.Ordinal),
            References = byReference,
            IsForeign = check is null ? null : check.IsOfAnother,
            Subject = resources.FirstOrDefault(resource => resource.ResourceType == "Patient" && (PatientId is null || resource.At("id") == PatientId)),
            SubjectReference = PatientId is null ? null : $"Patient/{PatientId}",
            Event = eventName,
        };
    }

    private IEnumerable<Node> Answer(PlanInput input, bool takesAllOrders, IReadOnlyCollection<string> earlier)
    {
        var query = SearchFilter.Of(input);
        var isOfCall = query.IsDraft;
        query = takesAllOrders ? query with { IsDraft = false } : query;
        return resources.Where(resource => query.Matches(resource)
            && !(isOfCall && resource.At("id") is { } id && earlier.Contains(id)) && check?.IsOfAnother(resource) != true);
    }

    private void Add(Node node, string? fullUrl, List<Node> found)
    {
        if (node.ResourceType == "Bundle")
        {
            foreach (var entry in node.ChildrenNamed("entry"))
            {
                if (entry.Child("resource") is { Exists: true } resource)
                {
                    Add(resource, entry.At("fullUrl"), found);
                }
            }

            return;
        }

        found.Add(node);
        if (node.At("id") is { } id)
        {
            byReference.TryAdd($"{node.ResourceType}/{id}", node);
        }

        if (fullUrl is not null)
        {
            byReference.TryAdd(fullUrl, node);
        }
    }
}
