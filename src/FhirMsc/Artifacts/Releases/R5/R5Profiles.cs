namespace FhirMsc.Artifacts.Releases.R5;

/// <summary>The profiles that R5 artifacts claim: those of the core.</summary>
internal static class R5Profiles
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly Dictionary<ArtifactKind, IReadOnlyList<string>> ByKind = new()
    {
        [ArtifactKind.Strategy] = Both("plandefinition"),
        [ArtifactKind.Recommendation] = [.. Both("plandefinition"), Core + "computableplandefinition"],
        [ArtifactKind.Service] = [.. Both("plandefinition"), Core + "computableplandefinition", Core + "cdshooksserviceplandefinition"],
        [ArtifactKind.MedicationActivity] = Both("activitydefinition"),
        [ArtifactKind.Activity] = Both("activitydefinition"),
        [ArtifactKind.LogicLibrary] = Both("library"),
        [ArtifactKind.Manifest] = Both("library"),
        [ArtifactKind.CodeSystem] = Both("codesystem"),
        [ArtifactKind.ValueSet] = Both("valueset"),
        [ArtifactKind.ConceptMap] = Both("conceptmap"),
        [ArtifactKind.Assessment] = [Core + "ebmrecommendation"],
    };

    /// <summary>The profiles of a kind.</summary>
    public static IReadOnlyList<string> Of(ArtifactKind kind) => ByKind.GetValueOrDefault(kind, []);

    private static string[] Both(string type) => [$"{Core}shareable{type}", $"{Core}publishable{type}"];
}
