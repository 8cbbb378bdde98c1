using System.Globalization;
using System.Text.Json;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.References;
using FhirMsc.Content.Studies;

namespace FhirMsc.Tests.Content;

/// <summary>The committed guideline against a list, made by others, of what is on the page.</summary>
public class NihExpectedTests
{
    private static JsonElement Expected => Shared.Json(Nih.ExpectedFile);

    [SharedFact(Nih.ExpectedFile)]
    public void Recommendations_agree()
    {
        var expected = Expected.GetProperty("recommendations").EnumerateArray().Select(item =>
            (Text(item, "text"), Text(item, "ratingText"), Text(item, "strength"), Text(item, "evidence"), Text(item, "direction"), item.GetProperty("exceptions").GetArrayLength(), Text(item, "section")));
        var actual = Nih.Guideline.Recommendations.Select(item =>
            ((string?)item.Quotation, item.Rating?.Printed, item.Rating?.Strength, item.Rating?.Evidence, item.Direction == Direction.Against ? (string?)"against" : "?", item.Exceptions.Count, Title(item.Origin.Place!.Section)));

        Assert.Equal(expected, actual);
    }

    [SharedFact(Nih.ExpectedFile)]
    public void Title_date_and_sections_agree()
    {
        Assert.Equal(Text(Expected, "title"), Nih.Guideline.Source.Title!.Printed);
        Assert.Equal(Text(Expected, "lastUpdated"), Nih.Guideline.Source.LastUpdated!.Date.Text);
        Assert.Equal(Expected.GetProperty("sections").EnumerateArray().Select(item => item.GetString()), Nih.Guideline.Sections.Select(section => section.Title).OfType<string>());
        var parents = Nih.Guideline.Sections.Where(section => section.Parent is not null).ToDictionary(section => section.Title!, section => Title(section.Parent!));
        Assert.Equal(Expected.GetProperty("sectionParents").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()), parents);
    }

    [SharedFact(Nih.ExpectedFile)]
    public void References_agree()
    {
        var expected = Expected.GetProperty("references").GetProperty("list").EnumerateArray().ToList();

        Assert.Equal(expected.Count, Nih.Guideline.References.Count);
        foreach (var (item, reference) in expected.Zip(Nih.Guideline.References))
        {
            Assert.Equal(item.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture), reference.Label);
            Assert.Equal(Text(item, "pmid"), reference.Pmid);
            Assert.Equal(item.GetProperty("year").GetInt32(), reference.Year);
            Assert.Equal(Text(item, "firstAuthor"), reference.Authors[0]);
            Assert.Equal(Text(item, "journal"), reference.Container);
            Assert.Equal(Text(item, "accessed"), reference.Accessed?.Text);
            if (reference.Kind == ReferenceKind.Webpage)
                Assert.Equal(Text(item, "url"), reference.Url);
        }
    }

    [SharedFact(Nih.ExpectedFile)]
    public void Citations_stand_where_the_page_cites()
    {
        var facts = new List<(IEnumerable<string> Cites, string Words)>();
        facts.AddRange(Nih.Guideline.Background.Select(fact => (fact.Cites.AsEnumerable(), Nih.At(fact.Origin.Place))));
        facts.AddRange(Nih.Guideline.AdverseEffects.Select(fact => (fact.Cites.AsEnumerable(), Nih.At(fact.Origin.Place))));
        facts.AddRange(Nih.Guideline.Studies.Select(study => (Enumerable.Repeat(study.Reference, 1), Nih.At(study.Origin.Place))));
        foreach (var marker in Expected.GetProperty("citationMarkers").EnumerateArray())
        {
            var numbers = marker.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32().ToString(CultureInfo.InvariantCulture)).ToList();
            var printed = Text(marker, "before") + string.Join(',', numbers);
            Assert.Contains(facts, fact => fact.Words.Contains(printed, StringComparison.Ordinal) && numbers.TrueForAll(fact.Cites.Contains));
        }
    }

    [SharedFact(Nih.ExpectedFile)]
    public void Studies_and_their_arms_agree()
    {
        foreach (var item in Expected.GetProperty("studies").EnumerateArray())
        {
            var study = Study(item);
            Assert.Equal(item.GetProperty("n").GetInt32(), study.Enrolled ?? study.ArmTotal);
            var arms = item.GetProperty("arms");
            var expected = arms.ValueKind == JsonValueKind.Null ? [null, null] : arms.EnumerateArray().Select(arm => (int?)arm.GetInt32()).ToList();
            Assert.Equal(expected, study.Arms.Select(arm => arm.Count));
        }

        Assert.Equal(Expected.GetProperty("studies").GetArrayLength(), Nih.Guideline.Studies.Count);
    }

    [SharedFact(Nih.ExpectedFile)]
    public void Statistics_agree_to_the_printed_digit()
    {
        var statistic = Assert.Single(Expected.GetProperty("statistics").EnumerateArray());
        var effect = Assert.Single(Nih.Guideline.Studies.SelectMany(study => study.Outcomes).SelectMany(outcome => outcome.Effects));

        Assert.Equal(EffectMeasure.HazardRatio, effect.Measure);
        Assert.Equal(
            [statistic.GetProperty("value").GetRawText(), statistic.GetProperty("ciLow").GetRawText(), statistic.GetProperty("ciHigh").GetRawText(), statistic.GetProperty("ciLevelPercent").GetRawText()],
            new[] { effect.Value, effect.Interval!.Low, effect.Interval.High, effect.Interval.Level }.Select(number => number.Text));
    }

    [SharedFact(Nih.ExpectedFile)]
    public void Counts_agree_and_none_has_a_denominator_that_the_page_does_not_print()
    {
        foreach (var item in Expected.GetProperty("counts").EnumerateArray())
        {
            var percent = item.GetProperty("percent");
            var expected = (item.GetProperty("n").GetInt32(), Number(item, "N"), percent.ValueKind == JsonValueKind.Null ? null : percent.GetRawText());
            Assert.Contains(Study(item).Outcomes.SelectMany(outcome => outcome.Results), result => (result.Affected, result.Of, result.Percentage?.Text) == expected);
        }
    }

    private static Study Study(JsonElement item) =>
        Nih.Guideline.Studies.Single(study => study.Reference == item.GetProperty("reference").GetInt32().ToString(CultureInfo.InvariantCulture));

    private static string? Title(string section) => Nih.Guideline.Sections.Single(other => other.Id == section).Title;

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement item, string name) => item.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
