using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Artifacts;

/// <summary>The guideline that is committed, and what is generated from it.</summary>
internal static class Committed
{
    public static string ContentFile { get; } = Path.Combine(Repository.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml");

    public static string Directory { get; } = Path.Combine(Repository.Root, "fhir-resources", "r4");

    public static Guideline Guideline { get; } = Read(ContentFile);

    public static ArtifactSet Set { get; } = ArtifactGenerator.Generate(Guideline, FhirRelease.R4);

    public static Artifact Find(string reference) => Set.Artifacts.Single(artifact => artifact.Reference == reference);

    public static Guideline Read(string file)
    {
        var result = ContentReader.Read(file);
        Assert.True(result.Guideline is not null, string.Join('\n', result.Issues));
        return result.Guideline;
    }
}
