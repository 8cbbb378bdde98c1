using System.Text;
using FhirMsc.Conformance;
using FhirMsc.Conformance.Baselines;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Conformance.Baselines;

public class BaselineTests
{
    private static readonly IssueKind Kind = new("structure-missing", Severity.Error, "required", "'{0}' is missing.");
    private static readonly DateOnly Today = new(2027, 3, 1);
    private static readonly SourceRoot Root = new(Path.GetFullPath("/repository"));

    [Theory]
    [InlineData("fingerprint: abc", true)]
    [InlineData("fingerprint: abd", false)]
    [InlineData("code: structure-missing", true)]
    [InlineData("code: structure-missing\n    path: Patient.name[0].given", true)]
    [InlineData("code: structure-missing\n    path: Patient.name[*].given", true)]
    [InlineData("code: structure-missing\n    path: '*.given'", true)]
    [InlineData("code: structure-missing\n    path: Patient.name", false)]
    [InlineData("code: structure-missing\n    path: Patient.*.family", false)]
    [InlineData("code: structure-missing\n    file: r4/*.json", true)]
    [InlineData("code: structure-missing\n    file: r5/*.json", false)]
    [InlineData("code: structure-missing\n    text: \"'given'\"", true)]
    [InlineData("code: structure-other", false)]
    public void Excuses_what_an_entry_names(string entry, bool excuses) => Assert.Equal(!excuses, Judge(entry, "2027-03-01").Counts);

    [Fact]
    public void An_entry_that_has_expired_excuses_nothing_and_is_named()
    {
        var finding = Judge("fingerprint: abc", "2027-02-28");

        Assert.True(finding.Counts);
        Assert.Equal("Because.", finding.Expired!.Reason);
    }

    [Fact]
    public void An_entry_that_met_nothing_is_stale_if_a_file_it_is_for_was_checked()
    {
        var baseline = Read("fingerprint: abd\n    file: r4/x.json", "2027-12-31");
        Assert.Empty(baseline.Stale());

        baseline.Saw("/repository/r5/x.json");
        Assert.Empty(baseline.Stale());

        baseline.Saw("/repository/r4/x.json");
        var stale = Assert.Single(baseline.Stale());
        Assert.Equal(Severity.Warning, stale.Severity);
        Assert.Equal(3, stale.Position!.Value.Line);
    }

    [Theory]
    [InlineData("schema: other\nfindings: []", "baseline-bad-schema")]
    [InlineData("schema: fhirmsc-baseline/1\nfindings:\n  - reason: x\n    expires: 2027-01-01", "baseline-no-target")]
    [InlineData("schema: fhirmsc-baseline/1\nfindings:\n  - code: x\n    reason: x\n    expires: soon", "baseline-bad-expiry")]
    [InlineData("schema: fhirmsc-baseline/1\nfindings:\n  - code: x\n    expires: 2027-01-01", "content-missing-key")]
    [InlineData("schema: fhirmsc-baseline/1\nfindings:\n  - code: x\n    reason: x\n    expires: 2027-01-01\n    pumpkin: 1", "content-unknown-key")]
    public void What_is_wrong_with_a_baseline_is_told_with_its_line(string text, string code)
    {
        var (entries, issues) = Read(text);

        Assert.Null(entries);
        Assert.Contains(issues, issue => issue.Kind.Id == code && issue.Position is { Line: > 0 });
    }

    [Fact]
    public void Json_is_read_as_well()
    {
        var (entries, issues) = Read("""{"schema": "fhirmsc-baseline/1", "findings": [{"code": "x", "reason": "y", "expires": "2027-01-01"}]}""");

        Assert.Empty(issues);
        Assert.Equal("y", Assert.Single(entries!).Reason);
    }

    [Fact]
    public void What_is_written_is_read_again_and_excuses_the_same()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new BaselineWriter(text, Today);
        writer.Begin();
        writer.Add(Finding(), "r4/x.json");
        writer.End(any: true);
        var (entries, issues) = Read(text.ToString());

        Assert.Empty(issues);
        Assert.False(new Baseline("b", entries!, Root, Today).Judge(Finding(), "/repository/r4/x.json").Counts);
        Assert.Equal(Today.AddDays(90), entries![0].Expires);
    }

    [Fact]
    public void A_baseline_of_nothing_is_read_again()
    {
        using var text = new StringWriter { NewLine = "\n" };
        var writer = new BaselineWriter(text, Today);
        writer.Begin();
        writer.End(any: false);

        Assert.Empty(Read(text.ToString()).Entries!);
    }

    private static Finding Judge(string entry, string expires) => Read(entry, expires).Judge(Finding(), "/repository/r4/x.json");

    private static Finding Finding() => new("x.json", Kind.At("Patient.name[0].given", null, "given"), null) { Fingerprint = "abc" };

    private static Baseline Read(string entry, string expires)
    {
        var (entries, issues) = Read($"schema: fhirmsc-baseline/1\nfindings:\n  - {entry}\n    reason: Because.\n    expires: {expires}\n");
        Assert.Empty(issues);
        return new Baseline("b.yaml", entries!, Root, Today);
    }

    private static (IReadOnlyList<BaselineEntry>? Entries, IReadOnlyList<Issue> Issues) Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return BaselineReader.Read(stream, "b.yaml");
    }
}
