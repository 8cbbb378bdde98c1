namespace FhirMsc.Hooks;

/// <summary>
/// The hooks this system answers (https://cds-hooks.hl7.org/hooks/: patient-view 1.0, order-select 1.0, order-sign 1.1). The one list: a hook that is added here
/// is read, checked, published and answered.
/// </summary>
public static class HookKinds
{
    private static readonly HookField UserId = new("userId", HookFieldKind.Text, Required: true, PrefetchToken: true);
    private static readonly HookField PatientId = new("patientId", HookFieldKind.Id, Required: true, PrefetchToken: true);
    private static readonly HookField EncounterId = new("encounterId", HookFieldKind.Id, Required: false, PrefetchToken: true);
    private static readonly HookField Selections = new("selections", HookFieldKind.References, Required: true, PrefetchToken: false);
    private static readonly HookField DraftOrders = new("draftOrders", HookFieldKind.Bundle, Required: true, PrefetchToken: false);

    /// <summary>All hooks, by name.</summary>
    public static IReadOnlyList<HookKind> All { get; } =
    [
        new("order-select", [UserId, PatientId, EncounterId, Selections, DraftOrders]),
        new("order-sign", [UserId, PatientId, EncounterId, DraftOrders]),
        new("patient-view", [UserId, PatientId, EncounterId]),
    ];

    /// <summary>Finds a hook by its name.</summary>
    /// <returns>The hook, or <see langword="null"/> if it is not one of <see cref="All"/>.</returns>
    public static HookKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
