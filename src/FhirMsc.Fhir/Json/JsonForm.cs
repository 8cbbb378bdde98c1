namespace FhirMsc.Fhir.Json;

/// <summary>How written JSON looks. The content is the same.</summary>
public enum JsonForm
{
    /// <summary>No white space.</summary>
    Compact,

    /// <summary>Two spaces a level, one property or item a line, line feeds, and a line feed at the end: the form of files.</summary>
    Indented,
}
