using FhirMsc.Conformance.Inputs;

namespace FhirMsc.Tests.Conformance.Inputs;

public class PathPatternTests
{
    [Theory]
    [InlineData("*.json", "a.json", true)]
    [InlineData("*.json", "x/a.json", false)]
    [InlineData("**/*.json", "a.json", true)]
    [InlineData("**/*.json", "x/y/a.json", true)]
    [InlineData("x/**", "x/y/a.json", true)]
    [InlineData("x/**/z/*.json", "x/z/a.json", true)]
    [InlineData("x/**/z/*.json", "x/y/z/a.json", true)]
    [InlineData("x/**/z/*.json", "xz/a.json", false)]
    [InlineData("a?.json", "ab.json", true)]
    [InlineData("a?.json", "a/.json", false)]
    [InlineData("a[0-9].json", "a7.json", true)]
    [InlineData("a[!0-9].json", "a7.json", false)]
    [InlineData("*.{json,xml}", "a.xml", true)]
    [InlineData("*.{json,xml}", "a.yaml", false)]
    [InlineData("a+(b).json", "a+(b).json", true)]
    [InlineData("a.json", "abjson", false)]
    public void Matches_as_shells_do(string pattern, string path, bool matches) => Assert.Equal(matches, new PathPattern(pattern).Matches(path));

    [Theory]
    [InlineData("x/y/*.json", "x/y")]
    [InlineData("*.json", "")]
    [InlineData("/*.json", "/")]
    [InlineData("x/[ab]/c.json", "x")]
    public void Knows_the_folder_to_look_in(string pattern, string folder) => Assert.Equal(folder, new PathPattern(pattern).Folder);
}
