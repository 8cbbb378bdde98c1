using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Where a value of a draft came from.</summary>
/// <param name="Path">Path of the value.</param>
/// <param name="Span">Stretch of the page.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Confidence">Percent.</param>
internal sealed record DraftOrigin(string Path, Span Span, string Rule, int Confidence);
