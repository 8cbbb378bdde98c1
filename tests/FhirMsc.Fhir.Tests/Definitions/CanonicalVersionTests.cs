using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Definitions;

public class CanonicalVersionTests
{
    [Theory]
    [InlineData("4.0.1", "4.0.1", true)]
    [InlineData("4.0", "4.0.1", true)]
    [InlineData("4", "4.0.1", true)]
    [InlineData("4.0.", "4.0.1", false)]
    [InlineData("4.0.10", "4.0.1", false)]
    [InlineData("4.0", "4.01", false)]
    [InlineData("5", "4.0.1", false)]
    public void A_version_is_met_by_itself_or_by_what_starts_with_it(string asked, string own, bool matches) => Assert.Equal(matches, CanonicalVersion.Matches(asked, own));

    [Theory]
    [InlineData("R4", "4.0.1")]
    [InlineData("r4b", "4.3.0")]
    [InlineData("5.0.0", "5.0.0")]
    [InlineData("4.0", "4.0.1")]
    [InlineData("R6", null)]
    [InlineData("", null)]
    public void A_release_is_found_by_name_version_and_mime_version(string text, string? version) => Assert.Equal(version, FhirRelease.Find(text)?.Version);
}
