using System.Text.Json;
using System.Xml.Linq;
using FhirMsc.Conformance;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Conformance.Reports;
using FhirMsc.Conformance.Runs;
using FhirMsc.Conformance.Traces;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Conformance.Reports;

/// <summary>What each format makes of the same findings is in the folder Expectations. After a meant change, set FHIRMSC_WRITE_EXPECTATIONS=1, run, look at the differences, commit.</summary>
public class ReportTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "FhirMsc.Tests", "Conformance", "Reports", "Expectations");
    private static readonly ReportSettings Settings = new(new SourceRoot(Path.GetFullPath("/repository")), "1.2.3");
    private static readonly IssueKind Missing = new("structure-missing", Severity.Error, "required", "'{0}' is missing.");
    private static readonly IssueKind Advice = new("invariant-broken", Severity.Warning, "invariant", "{0} does not hold: {1}");
    private static readonly IssueKind Remark = new("binding-untold", Severity.Information, "informational", "'{0}' can't be told.");

    public static TheoryData<string> Formats { get; } = new(ReportFormats.All.Select(format => format.Name));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Writes_what_is_expected(string name)
    {
        var file = Path.Combine(Folder, $"{name}.txt");
        var written = Write(name, Documents());
        if (Environment.GetEnvironmentVariable("FHIRMSC_WRITE_EXPECTATIONS") == "1")
        {
            File.WriteAllText(file, written);
        }

        Assert.Equal(File.ReadAllText(file), written);
    }

    [Fact]
    public void The_outcome_of_findings_and_of_none_passes_our_own_validator()
    {
        var validator = new ResourceValidator(ValidationRules.For(FhirRelease.R4, []));
        foreach (var written in new[] { Write("json", Documents()), Write("json", []) })
        {
            var parsed = JsonParser.Parse(written);

            Assert.Empty(parsed.Issues);
            Assert.DoesNotContain(validator.Validate(parsed.Tree!.Root), issue => issue.Severity != Severity.Information && issue.Rule != "dom-6");
        }
    }

    [Fact]
    public void Sarif_names_a_rule_for_each_result_and_files_relative_to_the_repository()
    {
        using var sarif = JsonDocument.Parse(Write("sarif", Documents()));
        var run = sarif.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.NotEmpty(result.GetProperty("locations").EnumerateArray());
        });
        Assert.Contains(run.GetProperty("results").EnumerateArray(), result => Uri(result) == "fhir-resources/content/guideline.yaml");
        Assert.DoesNotContain(run.GetProperty("results").EnumerateArray(), result => Uri(result).StartsWith('/'));
    }

    [Fact]
    public void JUnit_counts_what_it_writes()
    {
        var suites = XDocument.Parse(Write("junit", Documents())).Root!.Elements("testsuite").ToList();

        Assert.All(suites, suite =>
        {
            Assert.Equal(suite.Attribute("tests")!.Value, $"{suite.Elements("testcase").Count()}");
            Assert.Equal(suite.Attribute("failures")!.Value, $"{suite.Descendants("failure").Count()}");
            Assert.Equal(suite.Attribute("errors")!.Value, $"{suite.Descendants("error").Count()}");
        });
    }

    [Fact]
    public void A_long_file_of_lines_becomes_suites_of_bounded_length()
    {
        var documents = Enumerable.Range(1, 2500).Select(line => Document("many.ndjson", "Patient", $"p{line}", line));
        var suites = XDocument.Parse(Write("junit", documents)).Root!.Elements("testsuite").ToList();

        Assert.Equal([1000, 1000, 500], suites.Where(suite => suite.Attribute("name")!.Value != "fhirmsc").Select(suite => suite.Elements().Count()));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("github")]
    public void Nothing_a_resource_says_becomes_a_command_of_a_terminal_or_a_build_server(string format)
    {
        var hostile = Advice.At("Patient.name", new SourcePosition("x.json", 1, 1), "x\n::error::owned\r\u001b[31m", "y");
        var written = Write(format, Enumerable.Range(0, 12).Select(number => Document("x.json", "Patient", $"p{number}", 1, hostile)));

        Assert.DoesNotContain('\u001b', format == "text" ? written : written.Split('\n').Last(line => line.StartsWith("warning", StringComparison.Ordinal)));
        Assert.DoesNotContain(written.Split('\n'), line => line.TrimStart().StartsWith("::error", StringComparison.Ordinal));
    }

    [Fact]
    public void GitHub_gets_ten_annotations_of_a_severity_and_the_number_of_the_rest()
    {
        var documents = Enumerable.Range(0, 14).Select(number => Document("a,b:c%.json", "Patient", $"p{number}", 1, Missing.At("Patient.x", new SourcePosition("a,b:c%.json", 2, 3), "x")));
        var lines = Write("github", documents).Split('\n');

        Assert.Equal(10, lines.Count(line => line.StartsWith("::error file=a%2Cb%3Ac%25.json,line=2,col=3,title=structure-missing::Patient.x: 'x' is missing.", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("4 more findings", StringComparison.Ordinal));
    }

    private static string Uri(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;

    private static string Write(string name, IEnumerable<CheckedDocument> documents)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var report = ReportFormats.Find(name)!.Create(output, Settings);
        var summary = new RunSummary();
        report.Begin();
        foreach (var document in documents)
        {
            summary = summary.With(document);
            report.Add(document);
        }

        report.End(summary, documents.Any() ? [BaselineIssues.Stale.At(string.Empty, new SourcePosition("/repository/known.yaml", 4, 5), "abc", "until 2027-01-01: Because.")] : []);
        return output.ToString();
    }

    /// <summary>One of each: generated, plain, in a Bundle, in lines, in a package, unreadable, skipped, clean, known, expired.</summary>
    private static List<CheckedDocument> Documents()
    {
        var known = new BaselineEntry { Code = "invariant-broken", Reason = "Nobody minds.", Expires = new DateOnly(2027, 1, 31) };
        var generated = Missing.At("Evidence.status", new SourcePosition("/repository/fhir-resources/r4/Evidence-x.json", 12, 3), "status") with { Profile = "http://example.org/p", Rule = "r-1", Fix = "Add a status." };
        var origin = new Origin("studies[0]", new SourcePosition("/repository/fhir-resources/content/guideline.yaml", 40, 5), new Place("data", 2, 3));
        var bundle = Document("/repository/b & c.json", "Bundle", "b", 1, Advice.At("Bundle", new SourcePosition("/repository/b & c.json", 1, 1), "bdl-1", "total <only> when a search"));
        var inBundle = Missing.At("Bundle.entry[3].resource.status", new SourcePosition("/repository/b & c.json", 9, 7), "status");
        return
        [
            With(Document("/repository/fhir-resources/r4/Evidence-x.json", "Evidence", "x", 1, generated), finding => finding with { Origin = origin, Sentence = "It works. It may not." }),
            bundle with
            {
                Resources = [.. bundle.Resources, new CheckedResource { ResourceType = "Observation", Id = "o", Entry = 3, FullUrl = "urn:uuid:1", Line = 8, Findings = [new Finding("b", inBundle, null) { Fingerprint = "f2" }] }],
            },
            Document("/repository/lines.ndjson", "Patient", "p1", 1),
            Document("/repository/lines.ndjson", "Patient", "p2", 2, Missing.At("Patient.x", new SourcePosition("/repository/lines.ndjson", 2, 9), "x"), Remark.At("Patient.y", null, "y")),
            Document("/repository/package.tgz", "ValueSet", "v", 1, Missing.At("ValueSet.x", new SourcePosition("/repository/package.tgz!package/v.json", 2, 9), "x")) is var member
                ? member with { Document = member.Document with { Member = "package/v.json" } } : null!,
            Document("/repository/broken.json", null, null, 1, InputIssues.Binary.At(string.Empty, new SourcePosition("/repository/broken.json", 1, 1), 7)),
            Document("/repository/schema.json", null, null, 1, InputIssues.Skipped.At(string.Empty, new SourcePosition("/repository/schema.json", 1, 1), "there is no 'resourceType' in it")) with { IsSkipped = true },
            With(Document("/repository/old.json", "Patient", "q", 1, Advice.At("Patient", new SourcePosition("/repository/old.json", 1, 1), "dom-6", "narrative")), finding => finding with { Known = known }),
            With(Document("/repository/older.json", "Patient", "r", 1, Advice.At("Patient", new SourcePosition("/repository/older.json", 1, 1), "dom-6", "narrative")), finding => finding with { Expired = known }),
            Document("-", "Patient", "s", 1, Missing.At("Patient.x", new SourcePosition("-", 1, 9), "x")),
        ];
    }

    private static CheckedDocument With(CheckedDocument document, Func<Finding, Finding> change) =>
        document with { Resources = [.. document.Resources.Select(resource => resource with { Findings = [.. resource.Findings.Select(change)] })] };

    private static CheckedDocument Document(string file, string? type, string? id, int line, params Issue[] issues) => new()
    {
        Document = new Document { File = new InputFile(file, InputFile.FormOf(file), IsNamed: true), Load = () => default, FirstLine = line },
        Release = FhirRelease.R4,
        Resources = [new CheckedResource { ResourceType = type, Id = id, Line = line, Findings = [.. issues.Select(issue => new Finding(file, issue, null) { Fingerprint = "f1" })] }],
    };
}
