using FhirMsc.Conformance;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Issues;
using FhirMsc.Tests.Artifacts;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Conformance.Traces;

public sealed class TraceIndexTests : IDisposable
{
    private const string Evidence = "Evidence-nih-covid19-cell-therapy-lanzoni-time-to-recovery.json";
    private static readonly IssueKind Kind = new("structure-missing", Severity.Error, "required", "'{0}' is missing.");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-trace-");

    public TraceIndexTests()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "content"));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "r4"));
        File.Copy(Committed.ContentFile, Path.Combine(folder.FullName, "content", "guideline.yaml"));
        File.Copy(Path.Combine(Committed.Directory("r4"), Evidence), Path.Combine(folder.FullName, "r4", Evidence));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Leads_from_a_generated_file_to_the_line_of_the_content_and_the_place_in_the_page()
    {
        var finding = Trace("Evidence.description");

        Assert.EndsWith("guideline.yaml", finding.Origin!.Position.Source, StringComparison.Ordinal);
        Assert.Contains("outcomes", finding.Origin.Path, StringComparison.Ordinal);
        Assert.NotNull(finding.Origin.Place);
        Assert.False(finding.IsDrifted);
    }

    [Fact]
    public void An_element_that_somebody_removed_leads_to_what_should_have_produced_it()
    {
        var before = Trace("Evidence.status").Origin;
        Change(text => text.Replace("  \"status\": \"active\",\n", string.Empty, StringComparison.Ordinal));
        var finding = Trace("Evidence.status");

        Assert.True(finding.IsDrifted);
        Assert.Equal(before, finding.Origin);
    }

    [Fact]
    public void An_item_of_a_list_that_has_changed_leads_no_further_than_the_list()
    {
        Change(text => text.Replace("  \"note\": [\n", "  \"note\": [\n    { \"text\": \"new\" },\n", StringComparison.Ordinal));

        Assert.Equal(Trace("Evidence.note").Origin, Trace("Evidence.note[1].text").Origin);
    }

    [Fact]
    public void A_file_of_another_name_is_nobody_s()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "r4", "Patient-x.json"), "{}");

        Assert.Null(new TraceIndex(null).Trace(Finding("Patient.id"), Path.Combine(folder.FullName, "r4", "Patient-x.json")).Origin);
    }

    [SharedFact(Nih.PageFile)]
    public void Quotes_the_sentence_if_the_page_is_at_hand()
    {
        var finding = new TraceIndex(Shared.Text(Nih.PageFile)).Trace(Finding("Evidence.description"), Path.Combine(folder.FullName, "r4", Evidence));

        Assert.Contains("0.29", finding.Sentence, StringComparison.Ordinal);
    }

    private static Finding Finding(string path) => new(Evidence, Kind.At(path, null, "x"), null);

    private Finding Trace(string path) => new TraceIndex(null).Trace(Finding(path), Path.Combine(folder.FullName, "r4", Evidence));

    private void Change(Func<string, string> change)
    {
        var file = Path.Combine(folder.FullName, "r4", Evidence);
        var text = File.ReadAllText(file);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(file, changed);
    }
}
