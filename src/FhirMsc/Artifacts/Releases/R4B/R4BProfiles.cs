namespace FhirMsc.Artifacts.Releases.R4B;

/// <summary>The profiles that R4B artifacts claim: those of the core. It has no <c>shareableplandefinition</c>, and CPG and CRMI are not made for it.</summary>
internal static class R4BProfiles
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly Dictionary<ArtifactKind, IReadOnlyList<string>> ByKind = new()
    {
        [ArtifactKind.Recommendation] = [Core + "computableplandefinition"],
        [ArtifactKind.Service] = [Core + "computableplandefinition", Core + "cdshooksserviceplandefinition"],
        [ArtifactKind.MedicationActivity] = [Core + "shareableactivitydefinition"],
        [ArtifactKind.Activity] = [Core + "shareableactivitydefinition"],
        [ArtifactKind.LogicLibrary] = [Core + "shareablelibrary"],
        [ArtifactKind.Manifest] = [Core + "shareablelibrary"],
        [ArtifactKind.CodeSystem] = [Core + "shareablecodesystem"],
        [ArtifactKind.ValueSet] = [Core + "shareablevalueset"],
    };

    /// <summary>The profiles of a kind.</summary>
    public static IReadOnlyList<string> Of(ArtifactKind kind) => ByKind.GetValueOrDefault(kind, []);
}
