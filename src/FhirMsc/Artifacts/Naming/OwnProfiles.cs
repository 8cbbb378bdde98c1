using FhirMsc.Artifacts.Releases;

namespace FhirMsc.Artifacts.Naming;

/// <summary>
/// Canonical URLs of this project's own profiles, the same in every release, for every guideline and for every publisher. Their definitions are in
/// <c>fhir-resources/profiles</c>.
/// </summary>
internal static class OwnProfiles
{
    /// <summary>A recommendation whose rating has both parts, strength and evidence.</summary>
    public const string RatedRecommendation = Base + "rated-recommendation";

    private const string Base = "https://fhirmsc.example.org/fhir/StructureDefinition/";

    private static readonly Dictionary<ArtifactKind, string> ByKind = new()
    {
        [ArtifactKind.Strategy] = Base + "guideline-strategy",
        [ArtifactKind.Recommendation] = Base + "guideline-recommendation",
        [ArtifactKind.Service] = Base + "guideline-service",
        [ArtifactKind.MedicationActivity] = Base + "guideline-activity",
        [ArtifactKind.Activity] = Base + "guideline-activity",
        [ArtifactKind.LogicLibrary] = Base + "guideline-library",
        [ArtifactKind.Manifest] = Base + "guideline-library",
        [ArtifactKind.Evidence] = Base + "guideline-evidence",
        [ArtifactKind.Variable] = Base + "guideline-variable",
        [ArtifactKind.Citation] = Base + "guideline-citation",
    };

    /// <summary>The profile of a kind; <see langword="null"/> if it has none.</summary>
    public static string? Of(ArtifactKind kind) => ByKind.GetValueOrDefault(kind);
}
