namespace FhirMsc.Content.Reading.Maps;

/// <summary>Kinds of values a key can hold.</summary>
internal enum KeyKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number that is not negative.</summary>
    Count,

    /// <summary>A decimal number with its digits.</summary>
    Decimal,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A map of a kind.</summary>
    Map,

    /// <summary>A list of maps of a kind.</summary>
    Maps,

    /// <summary>A map from codes to displays.</summary>
    Codes,
}
