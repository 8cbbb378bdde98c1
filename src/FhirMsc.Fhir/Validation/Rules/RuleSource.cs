using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>What rules are built from.</summary>
/// <param name="Element">The element definition that states the rules.</param>
/// <param name="Types">Its types; of a choice in a type, the one type that the rules are for.</param>
/// <param name="Known">Definitions whose rules have been checked already where this one's are: the type's own root, and for profiles the element it narrows.</param>
/// <param name="Profile">Canonical URL of the profile; null for the definitions of types.</param>
/// <param name="Store">Where schemas and expressions are found.</param>
internal sealed record RuleSource(ElementDefinition Element, IReadOnlyList<TypeReference> Types, IReadOnlyList<ElementDefinition> Known, string? Profile, SchemaStore Store)
{
    /// <summary>Whether a definition whose rules have been checked already states something.</summary>
    public bool IsKnown(Func<ElementDefinition, bool> states) => Known.Any(states);
}
