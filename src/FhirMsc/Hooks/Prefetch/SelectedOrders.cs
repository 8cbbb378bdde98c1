using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
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
        IEnumerable<BundleEntry> orders = request.DraftOrders;
        if (request.Hook.Field("selections") is not null)
        {
            if (request.Selections.Any(selection => Names(selection, types) && !request.DraftOrders.Any(order => IsNamedBy(order, selection))))
            {
                return InputValue.NotAvailable(Unavailable.SelectionMissing);
            }

            orders = orders.Where(order => request.Selections.Any(selection => IsNamedBy(order, selection)));
        }

        var ofType = orders.Where(order => types.Contain(order.Type)).Select(order => order.Resource).ToList();
        return ofType.Any(check.IsOfAnother) ? InputValue.NotAvailable(Unavailable.OtherPatient) : InputValue.Known(ofType);
    }

    /// <summary>Whether a selection may be an order of the types: one that does not tell its type may be any.</summary>
    private static bool Names(string selection, InputTypes types) => ReferenceText.Parse(selection) is not { } reference || types.Contain(reference.Type);

    /// <summary>The specification has selections as <c>Type/id</c>; full URLs and bare ids are understood as well.</summary>
    private static bool IsNamedBy(BundleEntry order, string selection) =>
        order.FullUrl == selection
        || (ReferenceText.Parse(selection) is { } reference ? reference.Type == order.Type && reference.Id == order.Id : order.Id == selection);
}
