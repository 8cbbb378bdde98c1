namespace FhirMsc.Hooks.Requests;

/// <summary>What kind of JSON value a member of a request holds. An array is seen at its first item.</summary>
internal enum NodeShape
{
    /// <summary>The member is not there.</summary>
    Missing,

    /// <summary>null.</summary>
    Null,

    /// <summary>An array, empty or not.</summary>
    Array,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A number or a boolean.</summary>
    Other,
}
