namespace FhirMsc.Tests.House;

public class ArrowTests
{
    [Fact]
    public void No_room_uses_a_room_to_its_right()
    {
        var forbidden = Repository.SourceFiles("src")
            .SelectMany(file => Arrows.Forbidden(Repository.Relative(file), File.ReadAllText(file)))
            .ToList();

        Assert.True(forbidden.Count == 0, string.Join('\n', forbidden));
    }

    [Theory]
    [InlineData("src/FhirMsc/Hooks/Card.cs", "using FhirMsc.Content;")]
    [InlineData("src/FhirMsc/Artifacts/Plan.cs", "using FhirMsc.Publishing;")]
    [InlineData("src/FhirMsc/Decisions/Plan.cs", "using FhirMsc.Artifacts.Plans;")]
    [InlineData("src/FhirMsc/Content/A.cs", "var x = FhirMsc.Hooks.Card.None;")]
    [InlineData("src/FhirMsc.Fhir/Json/A.cs", "using FhirMsc.Fhir.FhirPath;")]
    [InlineData("src/FhirMsc.Fhir/Json/A.cs", "using FhirMsc.Content;")]
    [InlineData("src/FhirMsc/Hooks/A.cs", "using FhirMsc.Server;")]
    [InlineData("src/FhirMsc.Fhir/Elements/A.cs", "using FhirMsc.Fhir.Xml;")]
    public void A_wrong_arrow_is_caught(string path, string text) => Assert.Single(Arrows.Forbidden(path, text));

    [Theory]
    [InlineData("src/FhirMsc/Hooks/Card.cs", "using FhirMsc.Decisions; using FhirMsc.Fhir.Json;")]
    [InlineData("src/FhirMsc.Cli/Program.cs", "using FhirMsc.Content;")]
    [InlineData("src/FhirMsc.Fhir/Validation/Rules/A.cs", "using FhirMsc.Fhir.Snapshots;")]
    public void A_right_arrow_is_let_through(string path, string text) => Assert.Empty(Arrows.Forbidden(path, text));
}
