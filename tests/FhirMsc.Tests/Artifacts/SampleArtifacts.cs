using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts;

/// <summary>Artifacts of the invented guideline.</summary>
internal static class SampleArtifacts
{
    public static IReadOnlyList<Artifact> Of(string yaml) => Set(yaml).Artifacts;

    public static ArtifactSet Set(string yaml)
    {
        var result = Sample.Read(yaml);
        Assert.True(result.Guideline is not null, string.Join('\n', result.Issues));
        return ArtifactGenerator.Generate(result.Guideline, FhirRelease.R4);
    }
}
