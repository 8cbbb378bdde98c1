using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A value with where it came from: the stretch of the page, the rule, and how sure the rule is.</summary>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands in the page.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Confidence">Percent.</param>
internal sealed record Sourced<T>(T Value, Span Span, string Rule, int Confidence);
