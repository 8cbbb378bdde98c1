using System.Text;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;
using FhirMsc.Fhir.Xml;
using FhirMsc.Publishing.Bundles;
using FhirMsc.Tests.Artifacts;

namespace FhirMsc.Tests.Publishing;

public class BundleTests
{
    private static readonly PartialDate Date = new("2026-11-23");

    public static IEnumerable<object[]> Kinds { get; } = FhirRelease.All.SelectMany(release => Enum.GetValues<BundleKind>().Select(kind => new object[] { release.Name, kind }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_in_every_release_is_good_FHIR_and_survives_XML(string release, BundleKind kind)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var bundle = Write(release, kind);
        var xml = FhirXmlWriter.Write(bundle, model);

        Assert.DoesNotContain(new ResourceValidator(ValidationRules.For(model.Release, [])).Validate(bundle), issue => issue.IsError);
        Assert.Empty(xml.Issues);
        Assert.Equal(Encoding.UTF8.GetString(xml.Utf8), Encoding.UTF8.GetString(FhirXmlWriter.Write(XmlParser.Parse(xml.Utf8, model).Tree!.Root, model).Utf8));
    }

    [Fact]
    public void A_collection_holds_every_resource_byte_for_byte_alike()
    {
        var entries = Write("R4", BundleKind.Collection).ChildrenNamed("entry").ToList();

        Assert.Equal(Committed.Set.Artifacts.Count, entries.Count);
        foreach (var (entry, artifact) in entries.Zip(Committed.Set.Artifacts))
        {
            Assert.Equal(artifact.FullUrl, entry.Text("fullUrl"));
            Assert.Equal(artifact.Json.ToArray(), JsonWriter.Write(entry.Child("resource"), JsonForm.Indented));
        }
    }

    [Theory]
    [InlineData("R4")]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void A_transaction_creates_what_is_not_there_yet_dependencies_first(string release)
    {
        var entries = Write(release, BundleKind.Transaction).ChildrenNamed("entry").ToList();
        var place = entries.Select((entry, i) => (Name: entry.Text("fullUrl"), i)).ToDictionary(entry => entry.Name, entry => entry.i);
        var conditions = entries.Select(entry => entry.Text("request.ifNoneExist")).ToList();

        Assert.All(entries, entry => Assert.Equal("POST", entry.Text("request.method")));
        Assert.Equal(conditions.Count, conditions.Distinct().Count());
        Assert.All(conditions, condition => Assert.Matches("^(url=[^&]+&version=[^&]+|identifier=urn%3Aietf%3Arfc%3A3986%7C.+)$", condition));
        foreach (var artifact in Committed.For(release).Artifacts.Where(artifact => artifact.ResourceType is "Evidence" or "ConceptMap" or "ImplementationGuide"))
        {
            var needed = artifact.Root().All().Where(node => node.Name == "reference" && node.HasValue && !node.Text!.StartsWith('#'))
                .Select(node => artifact.FullUrl[..^artifact.Reference.Length] + node.Text);
            Assert.All(needed, name => Assert.True(place[name] < place[artifact.FullUrl], $"{name} before {artifact.FullUrl}"));
        }
    }

    [Fact]
    public void A_batch_writes_under_stable_ids() => Assert.All(
        Write("R5", BundleKind.Batch).ChildrenNamed("entry"),
        entry => Assert.Equal(("PUT", $"{entry.Child("resource").ResourceType}/{entry.Text("resource.id")}"), (entry.Text("request.method"), entry.Text("request.url"))));

    [Fact]
    public void A_document_is_the_page_and_what_it_leads_to()
    {
        var bundle = Write("R4", BundleKind.Document);
        var entries = bundle.ChildrenNamed("entry").ToList();
        var inside = entries.Select(entry => entry.Text("fullUrl")).ToHashSet();

        Assert.Equal("Composition", entries[0].Child("resource").ResourceType);
        Assert.Equal("2026-11-23T00:00:00Z", bundle.Text("timestamp"));
        Assert.EndsWith("/document", bundle.Text("identifier.value"));
        Assert.All(
            entries.SelectMany(entry => entry.Child("resource").All().Where(node => node.Name == "reference" && node.HasValue && !node.Text!.StartsWith('#')).Select(node => node.Text)),
            reference => Assert.Contains($"{Committed.Guideline.Canonical}/{reference}", inside));
        Assert.Throws<ArgumentException>(() => BundleWriter.Write([.. Committed.Set.Artifacts.Where(artifact => artifact.ResourceType != "Composition")], BundleKind.Document, Date));
    }

    [Theory]
    [InlineData("2026", "2026-01-01T00:00:00Z")]
    [InlineData("2026-03", "2026-03-01T00:00:00Z")]
    [InlineData("2026-03-04", "2026-03-04T00:00:00Z")]
    public void A_date_is_the_first_moment_of_its_day(string date, string instant) => Assert.Equal(instant, new PartialDate(date).ToInstant());

    [Fact]
    public void Bulk_files_hold_every_resource_on_a_line_of_its_own()
    {
        var files = BulkFiles.Of(Committed.Set.Artifacts, Date).ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value));
        var manifest = JsonParser.Parse(Encoding.UTF8.GetBytes(files[BulkFiles.ManifestName])).Tree!.Root;

        Assert.Equal(Committed.Set.Artifacts.Select(artifact => $"{artifact.ResourceType}.ndjson").Distinct().Order(StringComparer.Ordinal), manifest.Texts("output.url"));
        foreach (var (name, text) in files.Where(file => file.Key != BulkFiles.ManifestName))
        {
            var lines = text.TrimEnd('\n').Split('\n');
            Assert.All(lines, line => Assert.Equal(name, $"{JsonParser.Parse(Encoding.UTF8.GetBytes(line)).Tree!.Root.ResourceType}.ndjson"));
            Assert.Equal(Committed.Set.Artifacts.Count(artifact => $"{artifact.ResourceType}.ndjson" == name), lines.Length);
        }
    }

    private static Node Write(string release, BundleKind kind) => BundleWriter.Write(Committed.For(release).Artifacts, kind, Date).Root;
}
