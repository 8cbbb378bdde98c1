using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A rating with its place in the page.</summary>
internal sealed record FoundRating(Scheme Scheme, string Printed, string? Strength, string? Evidence, Span Span, string Rule, int Confidence);
