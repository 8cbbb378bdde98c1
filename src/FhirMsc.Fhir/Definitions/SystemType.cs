namespace FhirMsc.Fhir.Definitions;

/// <summary>The FHIRPath type of a primitive's value.</summary>
public enum SystemType
{
    /// <summary>The type has no value.</summary>
    None,

    /// <summary><c>System.Boolean</c>.</summary>
    Boolean,

    /// <summary><c>System.String</c>.</summary>
    String,

    /// <summary><c>System.Integer</c>; also for <c>integer64</c>, as its definition states.</summary>
    Integer,

    /// <summary><c>System.Decimal</c>.</summary>
    Decimal,

    /// <summary><c>System.Date</c>.</summary>
    Date,

    /// <summary><c>System.DateTime</c>.</summary>
    DateTime,

    /// <summary><c>System.Time</c>.</summary>
    Time,
}
