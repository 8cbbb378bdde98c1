using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Definitions;

public class PackageDefinitionsTests
{
    private static readonly FhirPackage First = Package(
        ("a.json", """{"resourceType":"ValueSet","url":"http://vs","version":"1"}"""),
        ("b.json", """{"resourceType":"ValueSet","url":"http://vs","version":"2"}"""),
        ("c.json", """{"resourceType":"CodeSystem","url":"http://cs","content":"complete"}"""),
        ("d.json", """{"resourceType":"StructureDefinition","url":"http://broken","type":"Patient","kind":"resource","snapshot":{"element":[{"path":"Patient","max":"x"}]}}"""));

    private static readonly FhirPackage Second = Package(
        ("a.json", """{"resourceType":"ValueSet","url":"http://vs","version":"3"}"""),
        ("b.json", """{"resourceType":"ValueSet","url":"http://vs","version":"1","name":"Hidden"}"""));

    [Theory]
    [InlineData("http://vs", "1")]
    [InlineData("http://vs|2", "2")]
    [InlineData("http://vs|3", "3")]
    public void The_first_package_that_has_the_version_wins(string canonical, string version)
    {
        var found = new PackageDefinitions(First, Second).FindValueSet(canonical);

        Assert.Equal(version, found?.Version);
        Assert.Null(found?.Name);
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var definitions = new PackageDefinitions(First, Second);

        Assert.Null(definitions.FindValueSet("http://vs|4"));
        Assert.Null(definitions.FindStructure("http://vs"));
        Assert.Null(definitions.FindCodeSystem("http://cs|1"));
        Assert.NotNull(definitions.FindCodeSystem("http://cs"));
    }

    [Fact]
    public void What_is_wrong_with_a_definition_is_kept_once()
    {
        var definitions = new PackageDefinitions(First);

        Assert.Same(definitions.FindStructure("http://broken"), definitions.FindStructure("http://broken"));
        Assert.Equal("definition-cardinality", Assert.Single(definitions.Issues).Kind.Id);
    }

    private static FhirPackage Package(params (string Name, string Content)[] files)
    {
        var archive = ArchiveBuilder.WithManifest();
        foreach (var (name, content) in files)
        {
            archive.File("package/" + name, content);
        }

        return FhirPackage.Read(new MemoryStream(archive.Build()), "sample.tgz").Package!;
    }
}
