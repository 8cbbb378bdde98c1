using FhirMsc.Content;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Content;

public class NihContentTests
{
    [Fact]
    public void The_committed_content_has_no_findings()
    {
        var result = ContentReader.Read(Path.Combine(Repository.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml"));

        Assert.Equal(string.Empty, string.Join('\n', result.Issues));
        Assert.NotNull(result.Guideline);
    }
}
