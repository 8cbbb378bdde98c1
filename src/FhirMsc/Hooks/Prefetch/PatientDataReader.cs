using FhirMsc.Decisions;
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
    public static PatientData Read(HookRequest request, IReadOnlyList<PlanInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(inputs);
        var resources = RequestResources.Index(request);
        var check = new PatientCheck(request.PatientId, resources);
        return new PatientData
        {
            Inputs = inputs.GroupBy(input => input.Id, StringComparer.Ordinal).ToDictionary(
                input => input.Key,
                input => Read(request, input.Key, new InputTypes([.. input.Select(one => one.Type)]), input.Any(one => one.Query is not null), check),
                StringComparer.Ordinal),
            References = resources.Where(pair => !check.IsOfAnother(pair.Value)).ToDictionary(StringComparer.Ordinal),
        };
    }

    private static InputValue Read(HookRequest request, string id, InputTypes types, bool isPrefetch, PatientCheck check)
    {
        if (!isPrefetch)
        {
            return SelectedOrders.Read(request, types, check);
        }

        var value = request.Prefetch.Exists ? request.Prefetch.Child(id) : default;
        switch (NodeShapes.OfMember(value))
        {
            case NodeShape.Missing:
                return InputValue.NotAvailable(Unavailable.NotSent);
            case NodeShape.Null:
                return InputValue.Known();
            case NodeShape.Object when value.ResourceType == "Bundle":
                return PrefetchBundle.Read(value, types, check);
            case NodeShape.Object when value.ResourceType == "OperationOutcome":
                return InputValue.NotAvailable(Unavailable.Failed);
            case NodeShape.Object when types.Contain(value.ResourceType):
                return check.IsOfAnother(value) ? InputValue.NotAvailable(Unavailable.OtherPatient) : InputValue.Known(value);
            default:
                return InputValue.NotAvailable(Unavailable.NotOfType(types));
        }
    }
}
