using FhirMsc.Artifacts.Storage;

namespace FhirMsc.Tests.Artifacts;

public class GoldenTests
{
    /// <summary>When this fails, look at the differences; if they are meant, run <c>fhirmsc generate</c> and commit.</summary>
    [Fact]
    public void The_committed_resources_are_what_the_committed_content_gives()
    {
        var drift = new ArtifactDirectory(Committed.Directory).Check(Committed.Set);

        Assert.True(drift.Count == 0, string.Join('\n', drift));
    }
}
