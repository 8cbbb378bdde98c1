namespace FhirMsc.Decisions;

/// <summary>Where in the guideline a plan comes from.</summary>
/// <param name="Recommendation">Title of the recommendation.</param>
/// <param name="Canonical">Canonical of the PlanDefinition that states it.</param>
/// <param name="Place">Place in the source, e.g. <c>recommendation:1</c>; <see langword="null"/> if it is not stated.</param>
/// <param name="Url">Address of the source; <see langword="null"/> if it has none.</param>
public sealed record GuidelinePlace(string Recommendation, string Canonical, string? Place, string? Url);
