using System.Text.RegularExpressions;
using System.Xml.Linq;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Tests.Artifacts;

public partial class SetTests
{
    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void The_gate_finds_nothing_that_is_not_explained(string release)
    {
        var findings = Gate.Check(Committed.For(release)).Findings.Where(finding => finding.Counts).ToList();

        Assert.True(findings.Count == 0, string.Join('\n', findings.Select(finding => $"{finding.Resource} {finding.Issue}")));
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Ids_are_good_and_each_stands_for_one_resource(string release)
    {
        Assert.All(Committed.For(release).Artifacts, artifact => Assert.Matches("^[A-Za-z0-9.-]{1,64}$", artifact.Id));
        Assert.Equal(Committed.For(release).Artifacts.Count, Committed.For(release).Artifacts.Select(artifact => artifact.Reference).Distinct().Count());
        Assert.Equal(Committed.For(release).Artifacts.OrderBy(artifact => artifact.ResourceType, StringComparer.Ordinal).ThenBy(artifact => artifact.Id, StringComparer.Ordinal), Committed.For(release).Artifacts);
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Canonical_resources_say_their_url_version_and_a_computer_name(string release)
    {
        foreach (var artifact in Committed.For(release).Artifacts.Where(artifact => artifact.Url is not null && artifact.ResourceType != "Basic"))
        {
            Assert.Equal(artifact.Url, artifact.Root().Text("url"));
            Assert.Equal(artifact.Version, artifact.Root().Text("version"));
            if (release != "R4B" || artifact.ResourceType != "Evidence")
            {
                // R4B's Evidence has no name.
                Assert.Matches("^[A-Z]([A-Za-z0-9_]){1,254}$", artifact.Root().Text("name"));
            }

            Assert.EndsWith('/' + artifact.Reference, artifact.Url);
        }
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Narratives_are_well_formed_xhtml_of_allowed_elements(string release)
    {
        string[] allowed = ["div", "h2", "h3", "p", "b", "i", "a", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"];
        foreach (var div in Committed.For(release).Artifacts.SelectMany(artifact => artifact.Root().All()).Where(node => node.Name == "div"))
        {
            var html = XElement.Parse(div.Text!);

            Assert.Equal(XName.Get("div", "http://www.w3.org/1999/xhtml"), html.Name);
            Assert.All(html.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, allowed));
        }

        Assert.All(Committed.For(release).Artifacts, artifact => Assert.Single(artifact.Root().At("text.div")));
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void No_text_still_has_a_place_to_fill(string release)
    {
        var left = Committed.For(release).Artifacts.SelectMany(artifact => artifact.Root().All().Where(node => node.Kind == NodeKind.String && Place().IsMatch(node.Text!)).Select(NodePath.Of));

        Assert.Empty(left);
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Contained_resources_are_referred_to(string release)
    {
        foreach (var artifact in Committed.For(release).Artifacts)
        {
            var references = artifact.Root().All().Where(node => node.Name == "reference").Select(node => node.Text).ToHashSet();

            Assert.All(artifact.Root().At("contained"), contained => Assert.Contains('#' + contained.Text("id"), references));
        }
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Element_ids_are_unique_in_a_resource(string release)
    {
        foreach (var artifact in Committed.For(release).Artifacts)
        {
            var ids = artifact.Root().All().Where(node => node.Name == "id").Select(node => node.Text).ToList();

            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    [Fact]
    public void The_manifest_lists_everything_but_the_guide_that_lists_it()
    {
        var manifest = Committed.Find("Library/nih-covid19-cell-therapy-manifest");
        var listed = manifest.Root().Texts("relatedArtifact.resource").Concat(manifest.Root().Texts("relatedArtifact.extension.valueReference.reference")).ToHashSet();

        Assert.All(
            Committed.Set.Artifacts.Where(artifact => artifact != manifest && artifact.ResourceType != "ImplementationGuide"),
            artifact => Assert.True(listed.Contains(artifact.Reference) || listed.Contains($"{artifact.Url}|{artifact.Version}"), artifact.Reference));
    }

    [Fact]
    public void An_archived_source_is_retired_and_the_artifacts_are_not()
    {
        Assert.DoesNotContain(Committed.Set.Artifacts, artifact => artifact.Root().Texts("status").Contains("retired"));
        Assert.All(
            Committed.Set.Artifacts.Where(artifact => artifact.ResourceType == "PlanDefinition"),
            artifact =>
            {
                var page = artifact.Root().At("relatedArtifact").Single(related => related.Texts("label").Contains("guideline"));
                Assert.Equal("retired", page.Extensions("cqf-publicationStatus")[0].Text("valueCode"));
                Assert.Contains("archived", artifact.Root().Text("usage"));
                Assert.Empty(artifact.Root().At("effectivePeriod.end"));
            });
    }

    [GeneratedRegex(@"\{(vs|codes|text|quote|rating):|\{(updated|archived|studies)\}")]
    private static partial Regex Place();
}
