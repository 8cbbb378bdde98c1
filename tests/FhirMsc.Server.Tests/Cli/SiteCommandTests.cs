using FhirMsc.Cli;

namespace FhirMsc.Server.Tests.Cli;

public sealed class SiteCommandTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Check_prints_what_is_covered_and_what_is_not()
    {
        var (exit, output) = await CheckAsync("""
            {"version":"2025-01","maps":[
             {"system":"urn:oid:1.2.3.4.5","code":"BMT-MSC-01","display":"Mesenchymal transplant","concept":"msc-bone-marrow","class":"trigger"},
             {"system":"urn:oid:1.2.3.4.5","code":"BMT-ALLO","class":"ignore"}]}
            """);

        Assert.Equal(0, exit);
        Assert.Contains("covered      msc-bone-marrow", output, StringComparison.Ordinal);
        Assert.Contains("not covered  msc-umbilical-cord", output, StringComparison.Ordinal);
        Assert.Contains("ignored      urn:oid:1.2.3.4.5|BMT-ALLO", output, StringComparison.Ordinal);
        Assert.Contains("0 warnings", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transplant_that_does_not_say_mesenchymal_is_doubted()
    {
        var (exit, output) = await CheckAsync("""{"maps":[{"system":"urn:x","code":"a","display":"Stem cell transplantation","concept":"msc-therapy","class":"trigger"}]}""");

        Assert.Equal(0, exit);
        Assert.Contains("site-doubtful", output, StringComparison.Ordinal);
        Assert.Contains("'transplantation'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("equivalent", 0, "trigger")]
    [InlineData("wider", 0, "trigger")]
    [InlineData("unmatched", 0, "ignored")]
    [InlineData("narrower", 0, "|a  review")]
    [InlineData("relatedto", 0, "|a  review")]
    [InlineData("pumpkin", 1, "site-class")]
    public async Task A_concept_map_is_read_by_its_equivalences(string equivalence, int expected, string word)
    {
        var (exit, output) = await CheckAsync($$"""
            {"resourceType":"ConceptMap","status":"active","version":"7","group":[{"source":"urn:x","target":"https://fhirmsc.example.org/fhir/nih-covid19-cell-therapy/CodeSystem/fhirmsc-concepts",
             "element":[{"code":"a","target":[{"code":"msc-therapy","equivalence":"{{equivalence}}"}]}]}]}
            """);

        Assert.Equal(expected, exit);
        Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_refuses_the_whole_file()
    {
        var (exit, output) = await CheckAsync("""{"maps":[{"system":"http://snomed.info/sct","code":"234336002","concept":"msc-therapy","class":"trigger"}]}""");

        Assert.Equal(1, exit);
        Assert.Contains("hsct-not-msc", output, StringComparison.Ordinal);
        Assert.Contains("1 conflicts", output, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output)> CheckAsync(string text)
    {
        await File.WriteAllTextAsync(file, text);
        using var output = new StringWriter();
        var exit = await CommandLine.RunAsync(["site", "check", file, "--resources", Path.Combine(Tool.Root, "fhir-resources")], output, output, CancellationToken.None);
        return (exit, output.ToString());
    }
}
