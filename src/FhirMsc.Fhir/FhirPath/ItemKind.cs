namespace FhirMsc.Fhir.FhirPath;

/// <summary>What an <see cref="Item"/> of a FHIRPath collection is.</summary>
public enum ItemKind : byte
{
    /// <summary>A node of a resource.</summary>
    Node,

    /// <summary><c>System.Boolean</c>.</summary>
    Boolean,

    /// <summary><c>System.String</c>.</summary>
    String,

    /// <summary><c>System.Integer</c>, 32 bits.</summary>
    Integer,

    /// <summary><c>System.Long</c>, 64 bits.</summary>
    Long,

    /// <summary><c>System.Decimal</c>.</summary>
    Decimal,

    /// <summary><c>System.Date</c>.</summary>
    Date,

    /// <summary><c>System.DateTime</c>.</summary>
    DateTime,

    /// <summary><c>System.Time</c>.</summary>
    Time,

    /// <summary><c>System.Quantity</c>.</summary>
    Quantity,

    /// <summary>A type, as <c>type()</c> gives it.</summary>
    Type,
}
