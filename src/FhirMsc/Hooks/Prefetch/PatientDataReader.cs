using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>
/// Turns a hook call into what a plan decides on. Keeps three things apart that all look like nothing (https://cds-hooks.hl7.org/2.0/#prefetch-template): data
/// that was not sent or could not be got (not available), data of which there is none (known and empty), and data that is not what it should be (not available).
/// </summary>
public static class PatientDataReader
{
    /// <summary>Reads the inputs of a plan.</summary>
    /// <param name="request">The call.</param>
    /// <param name="inputs">The inputs; those without query are the orders of the call. Several of one id are one input of several types.</param>
    public static PatientData Read(HookRequest request, IReadOnlyList<PlanInput> inputs) => Read(request, inputs, FetchedData.None);

    internal static PatientData Read(HookRequest request, IReadOnlyList<PlanInput> inputs, FetchedData fetched)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(inputs);
        var resources = new LazyReferences(request, fetched);
        var check = new PatientCheck(request.PatientId, resources);
        var values = new Dictionary<string, InputValue>(inputs.Count, StringComparer.Ordinal);
        for (var i = 0; i < inputs.Count; i++)
        {
            var input = inputs[i];
            if (!values.ContainsKey(input.Id))
            {
                values.Add(input.Id, Read(request, input, inputs, check, fetched));
            }
        }

        return new PatientData
        {
            Inputs = values,
            References = resources,
            IsForeign = check.IsOfAnother,
            Subject = PatientIn(values),
            SubjectReference = $"Patient/{request.PatientId}",
            Event = request.Hook.Name,
        };
    }

    /// <summary>The first Patient among the values.</summary>
    private static Node PatientIn(Dictionary<string, InputValue> values)
    {
        foreach (var value in values.Values)
        {
            for (var i = 0; i < value.Resources.Count; i++)
            {
                var resource = value.Resources[i];
                if (resource.ResourceTypeIs("Patient"u8))
                {
                    return resource;
                }
            }
        }

        return default;
    }

    private static InputValue Read(HookRequest request, PlanInput input, IReadOnlyList<PlanInput> inputs, PatientCheck check, FetchedData fetched)
    {
        var id = input.Id;
        var types = new InputTypes(id, inputs);
        if (input.Query is null)
        {
            return SelectedOrders.Read(request, types, check);
        }

        var value = request.Prefetch.Exists ? request.Prefetch.Child(id) : default;
        var shape = NodeShapes.OfMember(value);
        if (fetched.Failures.TryGetValue(id, out var failure) && (shape == NodeShape.Missing || (shape == NodeShape.Object && value.ResourceType == "Bundle")))
        {
            return InputValue.NotAvailable(failure);
        }

        if (fetched.Pages.TryGetValue(id, out var pages))
        {
            return shape == NodeShape.Object ? PrefetchBundle.Read([.. WithoutNext(value), .. pages], types, check) : Resource(pages, types, check);
        }

        return shape switch
        {
            NodeShape.Missing => InputValue.NotAvailable(Unavailable.NotSent),
            NodeShape.Null => InputValue.Known(),
            NodeShape.Object => Resource([value], types, check),
            _ => InputValue.NotAvailable(Unavailable.NotOfType(types)),
        };
    }

    /// <summary>The first page as the client sent it, if it is one.</summary>
    private static IEnumerable<Node> WithoutNext(Node value) => value.ResourceType == "Bundle" ? [value] : [];

    /// <summary>A read or a search: one resource, or Bundles.</summary>
    private static InputValue Resource(IReadOnlyList<Node> found, InputTypes types, PatientCheck check)
    {
        var first = found[0];
        return first.ResourceType switch
        {
            "Bundle" => PrefetchBundle.Read(found, types, check),
            "OperationOutcome" => InputValue.NotAvailable(Unavailable.Failed),
            { } type when types.Contain(type) => check.IsOfAnother(first) ? InputValue.NotAvailable(Unavailable.OtherPatient) : InputValue.Known(first),
            _ => InputValue.NotAvailable(Unavailable.NotOfType(types)),
        };
    }
}
