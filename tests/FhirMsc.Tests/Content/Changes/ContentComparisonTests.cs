using System.Text;
using FhirMsc.Content.Changes;
using FhirMsc.Tests.Artifacts;

namespace FhirMsc.Tests.Content.Changes;

public class ContentComparisonTests
{
    private static readonly string Text = File.ReadAllText(Committed.ContentFile);

    [Fact]
    public void The_same_content_gives_nothing() => Assert.Empty(Changes(Text));

    [Theory]
    [InlineData("strength: A\n      evidence: IIb\n    direction: against", "strength: B\n      evidence: IIb\n    direction: against", "Recommendation msc-panel was weakened: strength A (Strong) became B (Moderate).")]
    [InlineData("evidence: IIb\n    direction: against", "evidence: I\n    direction: against", "Recommendation msc-panel rests on better evidence: evidence IIb (Nonrandomized trials or observational cohort studies) became I (One or more randomized trials without major limitations).")]
    [InlineData("direction: against", "direction: for", "Recommendation msc-panel turned from against to for.")]
    [InlineData("text: In a clinical trial\n", "text: In any clinical trial\n", "Recommendation msc-panel, exception msc-panel-trial, text was changed from “In a clinical trial” to “In any clinical trial”.")]
    public void What_is_recommended_is_said_in_its_own_words(string before, string after, string words)
    {
        var change = Assert.Single(Changes(Once(before, after)));

        Assert.Equal(words, change.Text);
        Assert.True(change.ConcernsRecommendation);
        Assert.Equal(ChangeKind.Changed, change.Kind);
    }

    [Fact]
    public void A_figure_is_found_by_the_names_around_it()
    {
        var change = Assert.Single(Changes(Once("percentage: 17.6", "percentage: 17.60")));

        Assert.Equal("studies[chen].outcomes[chen-death].results[msc].percentage", change.Path);
        Assert.Equal(("17.6", "17.60"), (change.Old, change.New));
        Assert.False(change.ConcernsRecommendation);
        Assert.Equal(Text[..Text.IndexOf("percentage: 17.6", StringComparison.Ordinal)].Count(c => c == '\n') + 1, change.Position.Line);
    }

    [Fact]
    public void What_was_put_in_between_or_taken_out_is_one_change()
    {
        var start = Text.IndexOf("  - id: msc-hypothesis\n", StringComparison.Ordinal);
        var end = Text.IndexOf("  - id: no-approved-product\n", StringComparison.Ordinal);
        var shorter = Text[..start] + Text[end..];

        Assert.Equal([(ChangeKind.Removed, "background[msc-hypothesis]")], Changes(shorter).Select(change => (change.Kind, change.Path)));
        Assert.Equal([(ChangeKind.Added, "background[msc-hypothesis]")], Compare(shorter, Text).Select(change => (change.Kind, change.Path)));
    }

    [Fact]
    public void Order_folding_and_comments_are_no_changes() =>
        Assert.Empty(Compare("a: [x, y]\nb: >-\n  one\n  two\n", "# new\nb: one two\na: [y, x]\n"));

    [Fact]
    public void Another_shape_is_a_change() => Assert.Equal(
        ["A was changed from “a single value” to “a list”."],
        Compare("a: x\n", "a: [x]\n").Select(change => change.Text));

    [Fact]
    public void Items_with_the_same_identity_are_told_apart_by_place() => Assert.Equal(
        ["a[x#2].t"],
        Compare("a:\n- {id: x, t: 1}\n- {id: x, t: 2}\n", "a:\n- {id: x, t: 1}\n- {id: x, t: 3}\n").Select(change => change.Path));

    [Fact]
    public void What_is_no_YAML_is_an_issue() =>
        Assert.NotEmpty(ContentComparison.Compare(Stream("a: ["), "old", Stream("a: 1"), "new").Issues);

    private static string Once(string before, string after)
    {
        var at = Text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The content no longer says {before}");
        return Text[..at] + after + Text[(at + before.Length)..];
    }

    private static IReadOnlyList<ContentChange> Changes(string after) => Compare(Text, after);

    private static IReadOnlyList<ContentChange> Compare(string before, string after) => ContentComparison.Compare(Stream(before), "old.yaml", Stream(after), "new.yaml").Changes;

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
