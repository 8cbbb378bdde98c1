using System.Globalization;
using System.Text.RegularExpressions;
using FhirMsc.Content;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Content.Studies;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Tests.Content;

/// <summary>The committed guideline against the page: exact where it quotes, in other words where it does not, and with every figure where it says.</summary>
public partial class NihPageTests
{
    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    [SharedFact(Nih.PageFile)]
    public void Quotations_and_references_are_the_page_s_own_words()
    {
        foreach (var recommendation in Nih.Guideline.Recommendations)
            Assert.Equal(recommendation.Quotation, Nih.At(recommendation.Origin.Place));
        foreach (var reference in Nih.Guideline.References)
            Assert.Equal(reference.Printed, Nih.At(reference.Origin.Place));
        Assert.Equal(Nih.Guideline.Source.Title!.Printed, Nih.At(Nih.Guideline.Source.Title.Origin.Place));
        Assert.Equal("Last Updated: " + Nih.Guideline.Source.LastUpdated!.Printed, Nih.At(Nih.Guideline.Source.LastUpdated.Origin.Place));
        Assert.Contains("archived", Nih.At(Nih.Guideline.Source.Archived!.Origin.Place), StringComparison.Ordinal);
    }

    [SharedFact(Nih.PageFile)]
    public void Nothing_else_repeats_eight_words_of_the_page()
    {
        var page = Shared.Text(Nih.PageFile).Replace(Nih.Guideline.Source.Title!.Printed, " ¶ ", StringComparison.Ordinal);
        page = page[..page.IndexOf("\nReferences\n", StringComparison.Ordinal)];
        var runs = Runs(GluedCitation().Replace(page, " ")).ToHashSet(StringComparer.Ordinal);

        var copied = OwnTexts().SelectMany(text => Runs(text.Text).Where(runs.Contains).Select(run => $"{text.Path}: {run}")).ToList();

        Assert.True(runs.Count > 500);
        Assert.True(copied.Count == 0, string.Join('\n', copied));
    }

    [SharedFact(Nih.PageFile)]
    public void Every_place_exists_in_the_page()
    {
        var page = Nih.Page();
        using var file = System.IO.File.OpenRead(Nih.File);
        var report = new Report();
        ContentReader.Read(file, null, report);

        Assert.True(report.Places.Count > 100);
        Assert.All(report.Places, place => Assert.True(page.At(place.Place).Count > 0, $"{place.Path}: {place.Place}"));
    }

    [SharedFact(Nih.PageFile)]
    public void Every_figure_stands_in_the_sentence_it_names()
    {
        foreach (var study in Nih.Guideline.Studies)
        {
            Printed(study.Enrolled, study.Origin);
            foreach (var arm in study.Arms)
            {
                Printed(arm.Count, arm.Origin);
                foreach (var subgroup in arm.Subgroups)
                    Printed(subgroup.Count, subgroup.Origin);
            }

            foreach (var outcome in study.Outcomes)
                Outcome(study, outcome);
        }
    }

    [SharedFact(Nih.PageFile)]
    public void Every_sentence_of_the_page_is_represented()
    {
        var page = Nih.Page();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in FactIndex.Of(Nih.Guideline).Where(fact => !fact.Key.StartsWith("I-", StringComparison.Ordinal)))
            used.UnionWith(page.At(fact.Value.Origin.Place ?? new Place("none")));

        var sections = Nih.Guideline.Sections.Where(section => section.Id is not "front");
        var silent = sections.SelectMany(section => page.At(new Place(section.Id))).Where(sentence => !used.Contains(sentence)).ToList();

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    private static void Outcome(Study study, Outcome outcome)
    {
        foreach (var result in outcome.Results.Where(result => !result.Implied))
        {
            Printed(result.Affected, result.Origin);
            Printed(result.Of, study.Origin);
            if (result.Percentage is { } percentage)
                Assert.Contains($"({percentage}%)", Nih.At(result.Origin.Place), StringComparison.Ordinal);
        }

        foreach (var effect in outcome.Effects)
        {
            var printed = $"(HR {effect.Value}; {effect.Interval!.Level}% CI, {effect.Interval.Low}–{effect.Interval.High})";
            Assert.Contains(printed, Nih.At(effect.Origin.Place), StringComparison.Ordinal);
        }

        if (outcome.TimeFrame is { } time)
            Printed((int)time.Value.Value, time.Origin);
    }

    private static void Printed(int? figure, Origin origin)
    {
        if (figure is not { } number)
            return;
        var words = Words(Nih.At(origin.Place));
        var written = new[] { number.ToString(CultureInfo.InvariantCulture), number < Numbers.Length ? Numbers[number] : "twenty four" };
        Assert.True(written.Any(form => $" {string.Join(' ', words)} ".Contains($" {form} ", StringComparison.Ordinal)), $"{origin.Path}: {number} is not at {origin.Place}");
    }

    /// <summary>All texts of ours: every scalar but the quotations, the bibliographic data and the headings, and every remark.</summary>
    private static IEnumerable<(string Path, string Text)> OwnTexts()
    {
        using var file = System.IO.File.OpenRead(Nih.File);
        var root = YamlLoader.Load(file, null, new Report())!;
        var remarks = System.IO.File.ReadLines(Nih.File).Where(line => line.TrimStart().StartsWith('#')).Select(line => ("remark", line));
        return Scalars(root).Where(scalar => !NotOurs().IsMatch(scalar.Path)).Select(scalar => (scalar.Path, scalar.Text)).Concat(remarks);
    }

    private static IEnumerable<SourceScalar> Scalars(SourceNode node) => node switch
    {
        SourceScalar scalar => [scalar],
        SourceList list => list.Items.SelectMany(Scalars),
        SourceMap map => map.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };

    private static IEnumerable<string> Runs(string text)
    {
        var words = Words(text);
        return Enumerable.Range(0, Math.Max(0, words.Count - 7)).Select(i => string.Join(' ', words.Skip(i).Take(8)));
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\p{L}\p{Nd}¶]+")]
    private static partial Regex Word();

    /// <summary>Citation numbers that stick to a word or a full stop.</summary>
    [GeneratedRegex(@"(?<=[a-z.])\d+(,\d+)*(?=\s)")]
    private static partial Regex GluedCitation();

    [GeneratedRegex(@"\.quotation$|\.printed$|^references\[\d+\]\.|^sections\[\d+\]\.title$|^source\.citation$")]
    private static partial Regex NotOurs();
}
