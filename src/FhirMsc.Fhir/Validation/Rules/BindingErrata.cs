using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>Published bindings that the specification itself does not keep to, or that later releases took back as mistakes.</summary>
internal static class BindingErrata
{
    /// <summary>FHIRPath, Types and Reflection: the types of its own.</summary>
    private static readonly string[] SystemTypes = ["Any", "Boolean", "String", "Integer", "Long", "Decimal", "Date", "DateTime", "Time", "Quantity"];

    /// <summary>
    /// The strength to use for a published binding. R4's vital signs require a common unit for the value of every component, of whatever type it is; R4B
    /// made that extensible.
    /// </summary>
    public static BindingStrength Correct(ElementDefinition element, ElementBinding binding) =>
        binding is { Strength: BindingStrength.Required, ValueSet: "http://hl7.org/fhir/ValueSet/ucum-vitals-common|4.0.1" } && element.Path == "Observation.component.value[x]"
            ? BindingStrength.Extensible
            : binding.Strength;

    /// <summary>
    /// Whether a code is right although the published value set lacks it: the type of an element may be one of FHIRPath's, by its URL, which is how the
    /// specification's own definitions write ids and the values of primitives (https://hl7.org/fhir/R4/elementdefinition-definitions.html, type.code).
    /// </summary>
    public static bool Allow(string elementId, string? code) =>
        elementId == "ElementDefinition.type.code" && code is not null && code.StartsWith(TypeReference.SystemPrefix, StringComparison.Ordinal)
        && Array.IndexOf(SystemTypes, code[TypeReference.SystemPrefix.Length..]) >= 0;
}
