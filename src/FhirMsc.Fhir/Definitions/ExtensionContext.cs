namespace FhirMsc.Fhir.Definitions;

/// <summary>A place where an extension may be used.</summary>
/// <param name="Type">How to read the expression: <c>element</c>, <c>extension</c> or <c>fhirpath</c>.</param>
/// <param name="Expression">An element path or id, the URL of an extension, or a FHIRPath.</param>
public sealed record ExtensionContext(string Type, string Expression);
