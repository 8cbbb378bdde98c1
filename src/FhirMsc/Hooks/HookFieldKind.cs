namespace FhirMsc.Hooks;

/// <summary>What a field of a hook's context holds.</summary>
public enum HookFieldKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A logical id: a string without the resource type.</summary>
    Id,

    /// <summary>An array of references of the form <c>Type/id</c>.</summary>
    References,

    /// <summary>A Bundle.</summary>
    Bundle,
}
