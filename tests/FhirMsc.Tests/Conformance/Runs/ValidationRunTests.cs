using System.Text;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Conformance.Runs;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Tests.Conformance.Runs;

public sealed class ValidationRunTests : IDisposable
{
    private static readonly ReleaseValidators Validators = new(release => ValidationRules.For(release, []));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-run-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Results_come_in_the_order_of_the_files_whatever_takes_longest()
    {
        var big = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + string.Join(',', Enumerable.Range(0, 300).Select(i => $"{{\"fullUrl\":\"urn:uuid:0000000{i % 10}-0000-4000-8000-{i:D12}\",\"resource\":{{\"resourceType\":\"Patient\",\"id\":\"p{i}\"}}}}")) + "]}";
        var names = Enumerable.Range(0, 40).Select(i => $"{i:D2}.json").ToList();
        names.ForEach(name => Write(name, name.StartsWith('0') ? big : "{\"resourceType\":\"Patient\"}"));
        var documents = await RunAsync(names);

        Assert.Equal(names, documents.Select(document => Path.GetFileName(document.Name)));
        Assert.Equal(10 * 301 + 30, documents.Sum(document => document.Resources.Count));
    }

    [Fact]
    public async Task Each_entry_of_a_bundle_is_a_resource_with_number_and_full_url()
    {
        Write("b.json", """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"https://example.org/Patient/a","resource":{"resourceType":"Patient","id":"a"}},
             {"fullUrl":"https://example.org/Patient/b","resource":{"resourceType":"Patient","id":"b","pumpkin":true}}]}
            """);
        var resources = (await RunAsync(["b.json"]))[0].Resources;

        Assert.Equal([null, 0, 1], resources.Select(resource => resource.Entry));
        Assert.Equal("https://example.org/Patient/b", resources[2].FullUrl);
        Assert.Equal(3, resources[2].Line);
        Assert.Contains(resources[2].Findings, finding => finding.Issue.Kind.Id == "structure-unknown-element");
        Assert.DoesNotContain(resources[1].Findings, finding => finding.Issue.IsError);
    }

    [Fact]
    public async Task Positions_in_lines_are_those_of_the_file()
    {
        Write("l.ndjson", "{\"resourceType\":\"Patient\"}\n\n{\"resourceType\":\"Patient\",\"x\":1}\nnonsense\n");
        var documents = await RunAsync(["l.ndjson"]);

        Assert.Equal([1, 3, 4], documents.Select(document => document.Document.FirstLine));
        Assert.Contains(documents[1].Findings, finding => finding.Issue is { Kind.Id: "structure-unknown-element", Position: { Line: 3, Column: 31, Offset: 58 } });
        Assert.Contains(documents[2].Findings, finding => finding.Issue is { Kind.Id: "json-syntax", Position.Line: 4 });
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Patient\"}", 1)]
    [InlineData("{\n\"resourceType\":\"Patient\"}", 1)]
    [InlineData("<Patient xmlns=\"http://hl7.org/fhir\"/>", 1)]
    [InlineData("{\"resourceType\":\"Patient\"}\n{\"resourceType\":\"Patient\"}\n", 2)]
    [InlineData("{\"resourceType\":\"Patient\"}\n\n", 1)]
    public async Task The_standard_input_shows_by_itself_what_it_is(string text, int documents)
    {
        var found = await RunAsync([InputFile.StandardInput], text);

        Assert.Equal(documents, found.Count);
        Assert.All(found, document => Assert.Equal("Patient", document.Resources[0].ResourceType));
    }

    [Theory]
    [InlineData("", "json-empty")]
    [InlineData("{", "json-syntax")]
    [InlineData("just words", "json-syntax")]
    [InlineData("a\0b", "input-binary")]
    [InlineData("{\"name\":\"x\"}", "input-not-resource")]
    [InlineData("[1]", "json-")]
    public async Task What_is_no_resource_is_told(string text, string code)
    {
        Write("x.json", text);
        var document = (await RunAsync(["x.json"]))[0];

        Assert.Contains(document.Findings, finding => finding.Issue.IsError && finding.Issue.Kind.Id.StartsWith(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"resourceType\":\"StructureDefinition\",\"fhirVersion\":\"5.0.0\"}", "R5")]
    [InlineData("{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"http://hl7.org/fhir/StructureDefinition/Patient|4.3.0\"]}}", "R4B")]
    [InlineData("{\"resourceType\":\"Basic\",\"meta\":{\"profile\":[\"http://hl7.org/fhir/5.0/StructureDefinition/profile-Citation\"]}}", "R4")]
    [InlineData("<CapabilityStatement xmlns=\"http://hl7.org/fhir\"><fhirVersion value=\"5.0.0\"/></CapabilityStatement>", "R5")]
    [InlineData("{\"resourceType\":\"Patient\"}", "R4")]
    public async Task The_release_is_what_the_resource_says(string text, string release)
    {
        Write("x.json", text);

        Assert.Equal(release, (await RunAsync(["x.json"]))[0].Release.Name);
    }

    [Fact]
    public async Task The_release_is_what_the_folder_says()
    {
        Write("p/package.json", "{\"fhirVersions\":[\"5.0.0\"]}");
        Write("p/x.json", "{\"resourceType\":\"Patient\"}");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "content"));
        Write("r4b/y.json", "{\"resourceType\":\"Patient\"}");

        Assert.Equal(["R5", "R4B"], (await RunAsync(["p/x.json", "r4b/y.json"])).Select(document => document.Release.Name));
    }

    [Fact]
    public async Task Fingerprints_stay_when_lines_move_and_differ_within_a_file()
    {
        Write("x.json", "{\"resourceType\":\"Patient\",\"id\":\"a\",\"x\":1,\"y\":1}");
        var before = (await RunAsync(["x.json"]))[0].Findings.Select(finding => finding.Fingerprint).ToList();
        Write("x.json", "\n\n{\"resourceType\":\"Patient\",\n\"id\":\"a\",\"x\":1,\"y\":1}");
        var after = (await RunAsync(["x.json"]))[0].Findings.Select(finding => finding.Fingerprint).ToList();

        Assert.Equal(before, after);
        Assert.Equal(before.Count, before.Distinct().Count());
        Assert.All(before, fingerprint => Assert.Matches("^[0-9a-f]{16}$", fingerprint));
    }

    [Fact]
    public async Task A_profile_counts_for_resources_of_its_type()
    {
        Write("o.json", "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}");
        Write("p.json", "{\"resourceType\":\"Patient\"}");
        var profile = "http://hl7.org/fhir/StructureDefinition/bodyweight";
        var documents = await RunAsync(["o.json", "p.json"], options: new CheckOptions { Profiles = [profile] });

        Assert.Contains(documents[0].Findings, finding => finding.Issue.IsError);
        Assert.DoesNotContain(documents[1].Findings, finding => finding.Issue.IsError);
    }

    private async Task<List<CheckedDocument>> RunAsync(IEnumerable<string> names, string input = "", CheckOptions? options = null)
    {
        var files = names.Select(name => name == InputFile.StandardInput ? name : Path.Combine(folder.FullName, name)).Select(path => new InputFile(path, InputFile.FormOf(path), IsNamed: true));
        var reader = new DocumentReader(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), JsonLimits.Default, new Dictionary<string, PackageResult>());
        var finishing = new Finishing(new SourceRoot(folder.FullName), new TraceIndex(null), null);
        var run = new ValidationRun(reader, new DocumentCheck(Validators, options ?? new CheckOptions()), finishing.Finish, 4);
        var documents = new List<CheckedDocument>();
        await foreach (var document in run.Run(files, CancellationToken.None))
        {
            documents.Add(document);
        }

        return documents;
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
