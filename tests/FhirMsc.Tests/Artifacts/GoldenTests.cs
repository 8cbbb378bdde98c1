using FhirMsc.Artifacts;
using FhirMsc.Artifacts.Storage;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Tests.Artifacts;

public class GoldenTests
{
    /// <summary>When this fails, look at the differences; if they are meant, run <c>fhirmsc generate</c> and commit.</summary>
    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void The_committed_resources_are_what_the_committed_content_gives(string release)
    {
        var sets = Committed.Guidelines.Select(guideline => ArtifactGenerator.Generate(guideline, FhirRelease.Find(release)!));

        var drift = new ArtifactDirectory(Committed.Directory(release)).Check([.. sets]);

        Assert.True(drift.Count == 0, string.Join('\n', drift));
    }
}
