using FhirMsc.Fhir.Packages.Resolution;

namespace FhirMsc.Fhir.Tests.Packages;

public class PackageRangeTests
{
    private static readonly string[] Versions = ["1.0.0", "1.0.10", "1.0.9", "1.1.0", "2.0.0-ballot", "2.0.0-ballot2", "0.2.3", "0.2.9", "0.3.0", "current", "10.0.0-a.2", "10.0.0-a.10"];

    [Theory]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("1.0.x", "1.0.10")]
    [InlineData("1.0.*", "1.0.10")]
    [InlineData("1.0", "1.0.10")]
    [InlineData("1.x", "1.1.0")]
    [InlineData("1.x.x", "1.1.0")]
    [InlineData("1", "1.1.0")]
    [InlineData("^1.0.5", "1.1.0")]
    [InlineData("~1.0.5", "1.0.10")]
    [InlineData("^0.2.3", "0.2.9")]
    [InlineData("2.0.x", "2.0.0-ballot2")]
    [InlineData("10.x", "10.0.0-a.10")]
    [InlineData("latest", "1.1.0")]
    [InlineData("*", "1.1.0")]
    [InlineData("", "1.1.0")]
    [InlineData("3.0.x", null)]
    [InlineData("1.0.1", null)]
    [InlineData("2.0.0", null)]
    public void The_best_version_is_the_highest_that_will_do(string range, string? expected) => Assert.Equal(expected, PackageRange.Parse(range)!.Best(Versions));

    [Theory]
    [InlineData(">=1.0.0 <2.0.0")]
    [InlineData("1.0.0 || 2.0.0")]
    [InlineData("x.1.0")]
    [InlineData("1.x.0")]
    [InlineData("^x")]
    [InlineData("current")]
    [InlineData("http://a/b.tgz")]
    [InlineData("-1.0")]
    [InlineData("99999999999999999999.0.0")]
    public void Other_forms_are_not_read(string range) => Assert.Null(PackageRange.Parse(range));
}
