namespace FhirMsc.Fhir.Definitions;

/// <summary>A condition on the codes of a system.</summary>
/// <param name="Property">The property to look at, e.g. <c>concept</c>.</param>
/// <param name="Operator">Code from <c>filter-operator</c>: <c>=</c>, <c>is-a</c>, <c>descendent-of</c>, <c>is-not-a</c>, <c>regex</c>, <c>in</c>, <c>not-in</c>, <c>generalizes</c>, <c>exists</c>…</param>
/// <param name="Value">What to compare with.</param>
public sealed record ValueSetFilter(string Property, string Operator, string Value);
