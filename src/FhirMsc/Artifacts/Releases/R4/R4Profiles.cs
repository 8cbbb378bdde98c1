namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>The profiles that R4 artifacts claim: those of the core, of CPG 2.0.0, of CRMI 1.0.0 and of the R5-in-R4 package.</summary>
internal static class R4Profiles
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Cpg = "http://hl7.org/fhir/uv/cpg/StructureDefinition/";
    private const string Crmi = "http://hl7.org/fhir/uv/crmi/StructureDefinition/";
    private const string Cross = "http://hl7.org/fhir/5.0/StructureDefinition/";

    private static readonly string[] Plan = [Core + "shareableplandefinition", Crmi + "crmi-shareableplandefinition", Crmi + "crmi-publishableplandefinition"];

    private static readonly string[] Activity =
        [Core + "shareableactivitydefinition", Crmi + "crmi-shareableactivitydefinition", Crmi + "crmi-publishableactivitydefinition"];

    private static readonly Dictionary<ArtifactKind, IReadOnlyList<string>> ByKind = new()
    {
        [ArtifactKind.Strategy] = [.. Plan, Cpg + "cpg-strategydefinition"],
        [ArtifactKind.Recommendation] = [.. Plan, Core + "computableplandefinition", Cpg + "cpg-recommendationdefinition"],
        [ArtifactKind.Service] = [.. Plan, Core + "computableplandefinition", Core + "cdshooksserviceplandefinition"],
        [ArtifactKind.MedicationActivity] = [.. Activity, Cpg + "cpg-medicationrequestactivity"],
        [ArtifactKind.Activity] = Activity,
        [ArtifactKind.LogicLibrary] = [Core + "shareablelibrary", Crmi + "crmi-shareablelibrary", Crmi + "crmi-publishablelibrary"],
        [ArtifactKind.Manifest] = [Core + "shareablelibrary", Crmi + "crmi-publishablelibrary", Crmi + "crmi-manifestlibrary"],
        [ArtifactKind.CodeSystem] = [Core + "shareablecodesystem"],
        [ArtifactKind.ValueSet] = [Core + "shareablevalueset"],
        [ArtifactKind.Evidence] = [Cross + "profile-Evidence"],
        [ArtifactKind.Citation] = [Cross + "profile-Citation"],
    };

    /// <summary>The profiles of a kind.</summary>
    public static IReadOnlyList<string> Of(ArtifactKind kind) => ByKind.GetValueOrDefault(kind, []);
}
