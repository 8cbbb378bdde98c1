using System.Text;
using FhirMsc.Firely.Opinions;

namespace FhirMsc.Firely.Tests.Opinions;

public class ComparisonTests
{
    private static readonly Specimen Whole = new("Library-a.json", null, "{}"u8.ToArray());
    private static readonly Specimen Broken = new("Library-a.json", "no status", "[]"u8.ToArray());

    [Fact]
    public void Agreement_is_counted()
    {
        var (open, output) = Run([], new() { [Broken] = ["x: missing"] }, new() { [Broken] = ["y: min is 1"] });

        Assert.Equal(0, open);
        Assert.Contains("1 files accepted by both, 1 broken copies refused by both, 0 disagreements not explained.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "Library-a.json: we refuse, Firely accepts, NOT EXPLAINED")]
    [InlineData(false, "Library-a.json: we accept, Firely refuses, NOT EXPLAINED")]
    public void A_disagreement_that_nobody_explained_is_listed_with_its_error_and_counted(bool ours, string line)
    {
        var refusal = new Dictionary<Specimen, string[]> { [Whole] = ["Library.url: is none"] };

        var (open, output) = Run([], ours ? refusal : [], ours ? [] : refusal);

        Assert.Equal(1, open);
        Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.Contains("    Library.url: is none", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explained_error_is_listed_with_its_reason_and_hides_no_other()
    {
        string[] explained = ["Library-* | * | unknown profile | The package is in no registry."];

        var (open, output) = Run(explained, [], new() { [Whole] = ["meta: unknown profile"] });
        var (more, _) = Run(explained, [], new() { [Whole] = ["meta: unknown profile", "Library.url: is none"] });

        Assert.Equal((0, 1), (open, more));
        Assert.Contains("Library-a.json: Firely refuses, explained: The package is in no registry.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_copy_that_is_refused_only_for_what_is_explained_is_none_that_was_refused()
    {
        string[] explained = ["* | * | unknown profile | The package is in no registry."];

        var (open, output) = Run(explained, new() { [Broken] = ["Library.status: missing"] }, new() { [Broken] = ["meta: unknown profile"] });

        Assert.Equal(1, open);
        Assert.Contains("we refuse, Firely accepts, NOT EXPLAINED", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_that_neither_sees_and_reasons_that_meet_nothing_are_told()
    {
        var (open, output) = Run(["Basic-b.json | | x | A reason."], [], []);

        Assert.Equal(0, open);
        Assert.Contains("Broken copies that neither refuses: no status, 1 times.", output, StringComparison.Ordinal);
        Assert.Contains("No longer met, remove it from explained.txt: Basic-b.json | | x | A reason.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a | b | c")]
    [InlineData("a | b | c | ")]
    public void A_line_without_a_reason_is_refused(string line) => Assert.Contains(line, Assert.Throws<FormatException>(() => new Explained([line])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_reasons_that_are_delivered_can_be_read() => Assert.NotEmpty(Explained.Read().Unused);

    private static (int Open, string Output) Run(string[] explained, Dictionary<Specimen, string[]> ours, Dictionary<Specimen, string[]> firelys)
    {
        using var output = new StringWriter(new StringBuilder());
        var open = new Comparison(new Fixed(ours), new Fixed(firelys), new Explained(explained), output).Run([Whole, Broken]);
        return (open, output.ToString());
    }

    private sealed class Fixed(Dictionary<Specimen, string[]> refusals) : IOpinion
    {
        public Verdict Judge(ReadOnlyMemory<byte> json) =>
            new(refusals.FirstOrDefault(refusal => json.Span.SequenceEqual(refusal.Key.Json)).Value ?? []);
    }
}
