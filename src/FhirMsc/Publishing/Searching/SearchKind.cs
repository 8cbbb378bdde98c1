namespace FhirMsc.Publishing.Searching;

/// <summary>How the values of a search parameter are compared (https://hl7.org/fhir/R4/search.html#ptypes).</summary>
public enum SearchKind
{
    /// <summary>A code, with or without its system.</summary>
    Token,

    /// <summary>Text, from its start, without regard to case and accents.</summary>
    String,

    /// <summary>A URI, exactly.</summary>
    Uri,

    /// <summary>A resource that is referred to.</summary>
    Reference,

    /// <summary>A date, time or period.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number with a unit.</summary>
    Quantity,

    /// <summary>Several values of one element, with dollar signs between.</summary>
    Composite,

    /// <summary>Words of a text. R4 and R4B call these parameters <c>string</c>, R5 <c>special</c>.</summary>
    Words,
}
