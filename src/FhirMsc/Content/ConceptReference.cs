namespace FhirMsc.Content;

/// <summary>Names one concept of one of the guideline's own code systems; written <c>system-id#code</c> in the content.</summary>
/// <param name="CodeSystem">Id of the code system.</param>
/// <param name="Code">The code.</param>
public sealed record ConceptReference(string CodeSystem, string Code)
{
    /// <summary>The written form.</summary>
    public override string ToString() => $"{CodeSystem}#{Code}";
}
