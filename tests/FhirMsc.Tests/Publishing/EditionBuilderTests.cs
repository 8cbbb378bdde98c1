using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Tests.Publishing;

public class EditionBuilderTests
{
    [Fact]
    public void The_committed_content_passes_the_gate()
    {
        Assert.Empty(Published.Edition.ContentIssues);
        Assert.DoesNotContain(Published.Edition.Findings, finding => finding.Counts);
        Assert.NotNull(Published.Edition.Catalog);
    }

    [Fact]
    public void Content_with_an_error_publishes_nothing_and_says_where()
    {
        var file = Path.Combine(Path.GetTempPath(), $"fhirmsc-{Environment.ProcessId}-broken.yaml");
        try
        {
            File.WriteAllText(file, File.ReadAllText(Published.ContentFile).Replace("printed: AIIb", "printed: AIII", StringComparison.Ordinal));
            var edition = EditionBuilder.Build([file], FhirRelease.R4);

            Assert.Null(edition.Catalog);
            Assert.Contains(edition.ContentIssues, issue => issue.IsError && issue.Position is { Line: > 100 } at && at.Source == file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
