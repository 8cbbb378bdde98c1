using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>Published bindings that later releases took back as mistakes.</summary>
internal static class BindingErrata
{
    /// <summary>
    /// The strength to use for a published binding. R4's vital signs require a common unit for the value of every component, of whatever type it is; R4B
    /// made that extensible.
    /// </summary>
    public static BindingStrength Correct(ElementDefinition element, ElementBinding binding) =>
        binding is { Strength: BindingStrength.Required, ValueSet: "http://hl7.org/fhir/ValueSet/ucum-vitals-common|4.0.1" } && element.Path == "Observation.component.value[x]"
            ? BindingStrength.Extensible
            : binding.Strength;
}
