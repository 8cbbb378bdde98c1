using FhirMsc.Artifacts.Storage;

namespace FhirMsc.Tests.Artifacts;

public class GoldenTests
{
    /// <summary>When this fails, look at the differences; if they are meant, run <c>fhirmsc generate</c> and commit.</summary>
    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void The_committed_resources_are_what_the_committed_content_gives(string release)
    {
        var drift = new ArtifactDirectory(Committed.Directory(release)).Check(Committed.For(release));

        Assert.True(drift.Count == 0, string.Join('\n', drift));
    }
}
