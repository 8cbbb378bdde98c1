using System.Text;
using FhirMsc.Content.Changes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Ledger;
using FhirMsc.Tests.Artifacts;

namespace FhirMsc.Tests.Publishing.Ledger;

public class ReleaseLedgerTests
{
    private static readonly ReleasedVersion Version = EditionBuilder.VersionOf(Committed.Guideline, Committed.ContentFile);

    [Fact]
    public void Other_content_under_a_released_version_is_refused()
    {
        var ledger = ReleaseLedger.Empty.With(Version with { Content = "other" });

        var edition = EditionBuilder.Build([Committed.ContentFile], FhirRelease.R4, ledger);

        Assert.Null(edition.Catalog);
        var issue = Assert.Single(edition.ContentIssues, issue => issue.Kind == LedgerIssues.VersionReused);
        Assert.Equal("version", issue.Path);
        Assert.NotNull(issue.Position);
    }

    [Fact]
    public void The_same_content_and_other_versions_are_let_through()
    {
        var ledger = ReleaseLedger.Empty.With(Version).With(Version with { Version = "0.9.0", Content = "other" });

        Assert.False(ledger.Contradicts(Version));
        Assert.Same(ledger, ledger.With(Version));
        Assert.Throws<InvalidOperationException>(() => ledger.With(Version with { Content = "other" }));
    }

    [Fact]
    public void A_ledger_survives_its_file() => Assert.Equal([Version], ReleaseLedger.Read(ReleaseLedger.Empty.With(Version).Write())!.Entries);

    [Theory]
    [InlineData("")]
    [InlineData("""{"released":[{"guideline":"a"}]}""")]
    public void What_is_no_ledger_is_refused(string json) => Assert.Null(ReleaseLedger.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("a: b\nc: d\n", true)]
    [InlineData("# note\nc: 'd'\na: >-\n  b\n", true)]
    [InlineData("a: b\nc: e\n", false)]
    [InlineData("a: bc\n", false)]
    [InlineData("a: [b, c]\nd: e\n", false)]
    public void A_digest_is_of_what_is_said(string yaml, bool isSame) => Assert.Equal(isSame, Digest(yaml) == Digest("a: b\nc: d\n"));

    private static string? Digest(string yaml) => ContentDigest.Of(new MemoryStream(Encoding.UTF8.GetBytes(yaml)));
}
