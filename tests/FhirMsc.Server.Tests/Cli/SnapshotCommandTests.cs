using System.Text.Json.Nodes;
using FhirMsc.Cli;

namespace FhirMsc.Server.Tests.Cli;

public sealed class SnapshotCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-snapshot-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Writes_the_structure_with_its_snapshot_in_front_of_the_differential()
    {
        var file = Draft("a.json", "Patient", """{"path":"Patient.name","min":1,"definition":"Names.","comment":"All of them."}""");
        var (exit, output, error) = await RunAsync("snapshot", file);

        Assert.Equal((0, string.Empty), (exit, error));
        var written = JsonNode.Parse(output)!.AsObject();
        Assert.Equal(["resourceType", "url", "name", "fhirVersion", "kind", "type", "derivation", "baseDefinition", "description", "snapshot", "differential"], written.Select(property => property.Key));
        var name = written["snapshot"]!["element"]!.AsArray().Single(element => (string?)element!["id"] == "Patient.name")!;
        Assert.Equal((1, "*", "Names.", "All of them."), ((int)name["min"]!, (string?)name["max"], (string?)name["definition"], (string?)name["comment"]));
        Assert.Equal("HumanName", (string?)name["type"]![0]!["code"]);
        Assert.Equal("{\"path\":\"Patient.name\",\"min\":0,\"max\":\"*\"}", name["base"]!.ToJsonString());
        Assert.Equal("ele-1", (string?)name["constraint"]![0]!["key"]);
    }

    [Fact]
    public async Task Files_may_build_on_one_another_and_go_to_a_folder()
    {
        var first = Draft("base.json", "Observation", """{"path":"Observation.component","slicing":{"discriminator":[{"type":"pattern","path":"code"}],"rules":"open"}},{"path":"Observation.component","sliceName":"a","definition":"A."}""");
        var second = Draft("profile.json", "Observation", """{"path":"Observation.component","sliceName":"a","min":1,"definition":"... And more."}""", "http://test/base");
        var target = Path.Combine(folder.FullName, "out");

        var (exit, output, error) = await RunAsync("snapshot", second, first, "--output", target);

        Assert.Equal((0, string.Empty, string.Empty), (exit, output, error));
        var slice = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target, "profile.json")))!["snapshot"]!["element"]!.AsArray().Single(element => (string?)element!["id"] == "Observation.component:a")!;
        Assert.Equal((1, "A.\r\nAnd more."), ((int)slice["min"]!, (string?)slice["definition"]));
        Assert.True(File.Exists(Path.Combine(target, "base.json")));
    }

    [Fact]
    public async Task Sorts_when_asked_and_ends_with_1_when_not()
    {
        var file = Draft("mixed.json", "Patient", """{"path":"Patient.birthDate","min":1},{"path":"Patient.name","min":1}""");

        var (exit, output, error) = await RunAsync("snapshot", file);
        Assert.Equal(1, exit);
        Assert.Contains("snapshot-order", error, StringComparison.Ordinal);
        Assert.NotEmpty(output);
        Assert.Equal(0, (await RunAsync("snapshot", file, "--sort")).Exit);
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("a.json", "b.json")]
    [InlineData("a.json", "--package", "nobody@1.0.0")]
    [InlineData("patient.json")]
    public async Task What_cannot_be_done_ends_with_2(params string[] arguments)
    {
        Draft("a.json", "Patient", """{"path":"Patient"}""");
        Draft("b.json", "Patient", """{"path":"Patient"}""");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "patient.json"), "{\"resourceType\":\"Patient\"}");

        var (exit, _, error) = await RunAsync(["snapshot", .. arguments.Select(word => word.EndsWith(".json", StringComparison.Ordinal) ? Path.Combine(folder.FullName, word) : word)]);

        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
    }

    private string Draft(string name, string type, string elements, string? from = null)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, $$$"""
            {"resourceType":"StructureDefinition","url":"http://test/{{{Path.GetFileNameWithoutExtension(name)}}}","name":"P","fhirVersion":"4.0.1","kind":"resource","type":"{{{type}}}","derivation":"constraint",
             "baseDefinition":"{{{from ?? "http://hl7.org/fhir/StructureDefinition/" + type}}}","description":"1.50 m","differential":{"element":[{{{elements}}}]}}
            """);
        return path;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var exit = await CommandLine.RunAsync(arguments, output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
