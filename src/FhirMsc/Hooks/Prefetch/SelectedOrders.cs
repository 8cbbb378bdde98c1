using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>
/// The orders that a call is about: for order-select the selected ones, because the same order lying unselected must not be commented on at every click; for
/// order-sign all of them; for other hooks none.
/// </summary>
internal static class SelectedOrders
{
    /// <summary>Reads the orders of some types.</summary>
    public static InputValue Read(HookRequest request, InputTypes types, PatientCheck check)
    {
        var hasSelections = request.Hook.Field("selections") is not null;
        if (hasSelections)
        {
            if (request.Selections.Any(selection => Names(selection, types) && !request.DraftOrders.Any(order => IsNamedBy(order, selection))))
            {
                return InputValue.NotAvailable(Unavailable.SelectionMissing);
            }

        }

        var orders = new List<Node>(request.DraftOrders.Count);
        for (var i = 0; i < request.DraftOrders.Count; i++)
        {
            var order = request.DraftOrders[i];
            if (!types.Contain(order.Type) || (hasSelections && !IsSelected(order, request.Selections)))
            {
                continue;
            }

            if (check.IsOfAnother(order.Resource))
            {
                return InputValue.NotAvailable(Unavailable.OtherPatient);
            }

            orders.Add(order.Resource);
        }

        return InputValue.Known(orders);
    }

    /// <summary>Of its own, so that what it closes over is made only where orders are selected.</summary>
    private static bool IsSelected(BundleEntry order, IReadOnlyList<string> selections) => selections.Any(selection => IsNamedBy(order, selection));

    /// <summary>Whether a selection may be an order of the types: one that does not tell its type may be any.</summary>
    private static bool Names(string selection, InputTypes types) => ReferenceText.Parse(selection) is not { } reference || types.Contain(reference.Type);

    /// <summary>The specification has selections as <c>Type/id</c>; full URLs and bare ids are understood as well.</summary>
    private static bool IsNamedBy(BundleEntry order, string selection) =>
        order.FullUrl == selection
        || (ReferenceText.Parse(selection) is { } reference ? reference.Type == order.Type && reference.Id == order.Id : order.Id == selection);
}
