using FhirMsc.Content;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Writing;

/// <summary>The data types that most resources use, as elements.</summary>
internal static class Datatypes
{
    private const string Ucum = "http://unitsofmeasure.org";

    /// <summary><c>Coding</c>.</summary>
    public static Element Coding(string system, string code, string? display = null, string? version = null, Origin? origin = null) => new(origin)
    {
        { "system", system },
        { "version", version },
        { "code", code },
        { "display", display },
    };

    /// <summary><c>CodeableConcept</c> with one coding.</summary>
    public static Element Concept(string system, string code, string? display = null, string? text = null) => Concept([Coding(system, code, display)], text);

    /// <summary><c>CodeableConcept</c>.</summary>
    public static Element Concept(IEnumerable<Element?> codings, string? text = null, Origin? origin = null) => new(origin)
    {
        { "coding", codings },
        { "text", text },
    };

    /// <summary><c>CodeableConcept</c> in words only.</summary>
    public static Element Words(string? text, Origin? origin = null) => new(origin) { { "text", text } };

    /// <summary><c>Reference</c>.</summary>
    public static Element Reference(string reference, string? display = null) => new() { { "reference", reference }, { "display", display } };

    /// <summary><c>Identifier</c> that says a canonical URL.</summary>
    public static Element OfficialIdentifier(string url) => new() { { "use", "official" }, { "system", "urn:ietf:rfc:3986" }, { "value", url } };

    /// <summary><c>Identifier</c>; nothing when there is no value.</summary>
    public static Element? Identifier(string system, string? value) => value is null ? null : new() { { "system", system }, { "value", value } };

    /// <summary><c>Annotation</c>.</summary>
    public static Element? Note(string? text, Origin? origin = null) => string.IsNullOrWhiteSpace(text) ? null : new(origin) { { "text", text } };

    /// <summary><c>Quantity</c> in a unit of UCUM.</summary>
    public static Element Quantity(PrintedDecimal value, string? unit, Origin? origin = null) => new(origin)
    {
        { "value", value },
        { "unit", unit == "1" ? null : unit },
        { "system", unit is null ? null : Ucum },
        { "code", unit },
    };

    /// <summary><c>Expression</c> in FHIRPath.</summary>
    public static Element Expression(string expression, string? description = null, string? name = null) => new()
    {
        { "description", description },
        { "name", name },
        { "language", "text/fhirpath" },
        { "expression", expression },
    };

    /// <summary>A FHIRPath string literal (https://hl7.org/fhirpath/N1/#string).</summary>
    public static string FhirPathLiteral(string text) =>
        $"'{text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal)}'";
}
