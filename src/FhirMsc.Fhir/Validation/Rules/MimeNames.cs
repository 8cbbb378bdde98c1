namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// The short names for FHIR's formats that stand where MIME types do: <c>CapabilityStatement.format</c> takes "xml | json | ttl | mime type", and test
/// scripts use them the same way (https://hl7.org/fhir/R4/http.html#mime-type).
/// </summary>
internal static class MimeNames
{
    /// <summary>Whether a code is one, where a value set of MIME types is asked for.</summary>
    public static bool Allow(string valueSet, string? code) =>
        code is "xml" or "json" or "ttl" or "turtle" or "none" && valueSet.StartsWith("http://hl7.org/fhir/ValueSet/mimetypes", StringComparison.Ordinal);
}
