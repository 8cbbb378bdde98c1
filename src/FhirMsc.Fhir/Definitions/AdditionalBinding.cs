namespace FhirMsc.Fhir.Definitions;

/// <summary>A second value set for an element (R5 <c>binding.additional</c>, or the extension <c>additional-binding</c>).</summary>
/// <param name="Purpose">What it is for, from <c>additional-binding-purpose</c>: <c>maximum</c>, <c>minimum</c>, <c>required</c>, <c>extensible</c>, <c>current</c>, <c>ui</c>…</param>
/// <param name="ValueSet">Canonical URL of the value set.</param>
/// <param name="HasUsage">Whether it applies only in the contexts that its <c>usage</c> names.</param>
/// <param name="Any">Whether, of several repeats, one from the value set is enough.</param>
public sealed record AdditionalBinding(string Purpose, string ValueSet, bool HasUsage, bool Any);
