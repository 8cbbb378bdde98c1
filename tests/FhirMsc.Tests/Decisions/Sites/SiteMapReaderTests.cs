using System.Text;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Sites;
using FhirMsc.Tests.Publishing;

namespace FhirMsc.Tests.Decisions.Sites;

public class SiteMapReaderTests
{
    private const string Order = """{"resourceType":"MedicationRequest","id":"o","status":"draft","intent":"order","medicationCodeableConcept":{"coding":[{"system":"urn:oid:1.2.3.4.5","code":"BMT-MSC-01"}]}}""";

    [Fact]
    public void A_local_code_that_is_mapped_counts_as_the_concept()
    {
        var map = Read("""{"version":"2025-01","maps":[{"system":"urn:oid:1.2.3.4.5","code":"BMT-MSC-01","concept":"msc-bone-marrow","class":"trigger"}]}""");

        Assert.Empty(Sign(null, Order));
        Assert.Single(Sign(map, Order));
        Assert.Equal(("2025-01", 1), (map.Version, map.Count));
    }

    [Fact]
    public void A_code_that_the_site_ignores_counts_nowhere()
    {
        var map = Read("""{"maps":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402","class":"ignore"}]}""");

        Assert.Single(Sign(null, Patients.MscOrder));
        Assert.Empty(Sign(map, Patients.MscOrder));
    }

    [Theory]
    [InlineData("urn:oid:2.16.840.1.113883.6.285", "J3402")]
    [InlineData("https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "J3402")]
    public void A_code_system_is_known_by_its_other_addresses(string system, string code) =>
        Assert.Single(Sign(null, Patients.MscOrder.Replace("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", system, StringComparison.Ordinal).Replace("J3402", code, StringComparison.Ordinal)));

    [Theory]
    [InlineData("site-not-text", """{"system":"urn:x","code":17,"concept":"msc-therapy","class":"trigger"}""")]
    [InlineData("site-not-text", """{"code":"a","concept":"msc-therapy","class":"trigger"}""")]
    [InlineData("site-class", """{"system":"urn:x","code":"a","concept":"msc-therapy","class":"maybe"}""")]
    [InlineData("site-concept", """{"system":"urn:x","code":"a","concept":"msc-moon","class":"trigger"}""")]
    [InlineData("site-code-form", """{"system":"http://snomed.info/sct","code":"840539007","concept":"msc-therapy","class":"trigger"}""")]
    [InlineData("site-code-form", """{"system":"http://loinc.org","code":"94500-7","concept":"msc-therapy","class":"trigger"}""")]
    [InlineData("site-display", """{"system":"http://www.ama-assn.org/go/cpt","code":"38240","display":"x","concept":"msc-therapy","class":"trigger"}""")]
    [InlineData("site-contradiction", """{"system":"http://snomed.info/sct","code":"234336002","concept":"msc-therapy","class":"trigger"}""")]
    [InlineData("site-review", """{"system":"urn:x","code":"a","concept":"exception-clinical-trial","class":"review"}""")]
    [InlineData("site-twice", """{"system":"urn:x","code":"a","class":"ignore"},{"system":"urn:x","code":"a","concept":"msc-therapy","class":"trigger"}""")]
    public void A_fault_refuses_the_whole_file(string kind, string map)
    {
        var (site, issues) = SiteMapReader.Read(Encoding.UTF8.GetBytes($$"""{"maps":[{{map}}]}"""), "site.json", Published.Edition.Catalog!);

        Assert.Null(site);
        Assert.Contains(issues, issue => issue.Kind.Id == kind);
    }

    [Fact]
    public void A_doubtful_code_gives_a_hint_where_the_site_wants_one_and_never_a_warning()
    {
        const string Maps = """
            "maps":[{"system":"urn:oid:1.2.3.4.5","code":"BMT-MSC-01","concept":"msc-unspecified","class":"review"}]
            """;
        var hint = Assert.Single(Sign(Read("{" + Maps + ""","settings":{"mscHints":true}}"""), Order));

        Assert.Equal(("possible-msc", "routine"), (hint.Id, hint.Priority));
        Assert.Empty(hint.Actions);
        Assert.Empty(Sign(Read("{" + Maps + "}"), Order));
    }

    [Fact]
    public void Words_of_a_code_that_the_site_ignores_give_no_hint()
    {
        var named = Order.Replace("\"code\":\"BMT-MSC-01\"", "\"code\":\"BMT-MSC-01\",\"display\":\"Mesenchymal stem cells\"", StringComparison.Ordinal);

        Assert.Equal("possible-msc", Assert.Single(Sign(Read("""{"settings":{"mscHints":true}}"""), named)).Id);
        Assert.Empty(Sign(Read("""{"maps":[{"system":"urn:oid:1.2.3.4.5","code":"BMT-MSC-01","class":"ignore"}],"settings":{"mscHints":true}}"""), named));
    }

    [Fact]
    public void A_pattern_of_the_site_that_is_none_leaves_it_untold()
    {
        var plan = PlanReader.Read(Published.Edition.Catalog!, TimeProvider.System, new PlanOptions { Site = Read("""{"settings":{"mscHints":true,"mscNamePattern":"("}}""") }).Plans.Single(plan => plan.Hook == "order-sign");
        var named = Order.Replace("\"coding\":", "\"text\":\"Mesenchymal stem cells\",\"coding\":", StringComparison.Ordinal);
        var applied = plan.Apply(Patients.Data(("conditions", [Patients.Covid19]), ("orders", [named])));

        Assert.Empty(applied.Actions);
        Assert.Contains(applied.Undecided, undecided => undecided.What == "mscPossibleOrders");
    }

    [Fact]
    public void A_setting_that_follows_from_the_codes_is_refused() =>
        Assert.Contains(SiteMapReader.Read("""{"settings":{"ignoredCodes":["a|b"]}}"""u8.ToArray(), "site.json", Published.Edition.Catalog!).Issues, issue => issue.Kind.Id == "site-setting-derived");

    [Fact]
    public void Yaml_says_the_same_as_json()
    {
        var map = Read(
            """
            version: "2025-01"
            maps:
              - {system: "urn:oid:1.2.3.4.5", code: BMT-MSC-01, display: Mesenchymal stem cells, concept: msc-bone-marrow, class: trigger}
              - {system: "urn:oid:1.2.3.4.5", code: "0017", class: ignore}
            settings:
              mscHints: true
              mscTrialIds: [NCT04355728, NCT00000001]
            """,
            "site.yaml");

        Assert.Single(Sign(map, Order));
        Assert.Equal(("2025-01", 2), (map.Version, map.Count));
        Assert.Equal("urn:oid:1.2.3.4.5|0017", map.Settings["ignoredCodes"].Single().AsString());
        Assert.True(map.Settings["mscHints"].Single().AsBoolean());
        Assert.Equal(["NCT04355728", "NCT00000001"], map.Settings["mscTrialIds"].Select(item => item.AsString()));
    }

    [Theory]
    [InlineData("maps:\n  - {system: urn:x, code: 0017, concept: msc-therapy, class: trigger}", "site-not-text", 2, 5)]
    [InlineData("maps:\n  - {system: urn:x, code: a, concept: msc-moon, class: trigger}", "site-concept", 2, 5)]
    [InlineData("maps:\n  - {system: urn:x, code: a, class: ignore, not: b}", "site-key", 2, 45)]
    [InlineData("map: []", "site-key", 1, 1)]
    [InlineData("maps: {a: b}", "site-shape", 1, 7)]
    [InlineData("maps: [a]", "site-shape", 1, 8)]
    [InlineData("settings: [a]", "site-shape", 1, 11)]
    [InlineData("settings:\n  volume: 11", "site-setting", 2, 3)]
    [InlineData("- a", "site-shape", 1, 1)]
    [InlineData("", "site-shape", 1, 1)]
    [InlineData("maps: [", "site-yaml", 2, 1)]
    [InlineData("maps: []\nmaps: []", "site-yaml", 2, 1)]
    public void A_fault_in_yaml_is_told_with_its_place(string yaml, string kind, int line, int column)
    {
        var (site, issues) = SiteMapReader.Read(Encoding.UTF8.GetBytes(yaml), "site.yml", Published.Edition.Catalog!);

        Assert.Null(site);
        var issue = Assert.Single(issues);
        Assert.Equal((kind, line, column), (issue.Kind.Id, issue.Position!.Value.Line, issue.Position.Value.Column));
    }

    [Fact]
    public void A_key_that_nobody_reads_refuses_a_file_in_json() =>
        Assert.Equal(
            ["site-key", "site-key"],
            SiteMapReader.Read("""{"mapps":[],"maps":[{"system":"urn:x","code":"a","class":"ignore","klass":"x"}]}"""u8.ToArray(), "site.json", Published.Edition.Catalog!).Issues.Select(issue => issue.Kind.Id));

    [Fact]
    public void Settings_are_those_that_plans_have()
    {
        Assert.Equal("NCT04355728", Read("""{"settings":{"mscTrialIds":["NCT04355728"]}}""").Settings["mscTrialIds"].Single().AsString());
        Assert.Contains(SiteMapReader.Read("""{"settings":{"volume":11}}"""u8.ToArray(), "site.json", Published.Edition.Catalog!).Issues, issue => issue.Kind.Id == "site-setting");
    }

    private static SiteMap Read(string text, string name = "site.json")
    {
        var (map, issues) = SiteMapReader.Read(Encoding.UTF8.GetBytes(text), name, Published.Edition.Catalog!);
        Assert.Empty(issues);
        return map!;
    }

    private static IReadOnlyList<AppliedAction> Sign(SiteMap? site, string order)
    {
        var plan = PlanReader.Read(Published.Edition.Catalog!, TimeProvider.System, new PlanOptions { Site = site }).Plans.Single(plan => plan.Hook == "order-sign");
        return plan.Apply(Patients.Data(("conditions", [Patients.Covid19]), ("orders", [order]))).Actions;
    }
}
