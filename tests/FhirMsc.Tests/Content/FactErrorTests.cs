using FhirMsc.Content;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Content;

/// <summary>Facts that contradict each other or name what is not there: each kind with its line and column.</summary>
public class FactErrorTests
{
    [Theory]
    [InlineData("id: fact\n", "id: death\n", "content-duplicate-id", "id: ¦death\n        title")]
    [InlineData("id: front\n", "id: advice\n", "content-duplicate-id", "id: ¦advice\n    title: Advice", 2)]
    [InlineData("- code: B\n", "- code: A\n", "content-duplicate-id", "code: ¦A\n          display: Some")]
    [InlineData("place: advice:1", "place: advise:1", "content-unknown-section", "place: ¦advise")]
    [InlineData("parent: advice\n", "parent: advise\n", "content-unknown-section", "parent: ¦advise")]
    [InlineData("scheme: cdc", "scheme: nih", "content-unknown-scheme", "scheme: ¦nih")]
    [InlineData("      strength: A\n", "      strength: C\n", "content-rating-not-in-scheme", "strength: ¦C")]
    [InlineData("      strength: A\n", "      strength: B\n", "content-rating-contradicts-print", "printed: ¦\"category")]
    [InlineData("      evidence: 4\n", "", "content-rating-parts", "scheme: cdc")]
    [InlineData("Use velorimab (category: A, type: 4).", "Use velorimab (category: A).", "content-rating-not-quoted", "printed: ¦\"category")]
    [InlineData("format: \"category: {strength}, type: {evidence}\"", "format: \"category: {strength}, type: 4\"", "content-scheme-format", "format: ¦\"cat")]
    [InlineData("            equivalence: inexact\n            code: low", "            equivalence: inexact", "content-mapping-target", "¦equivalence: inexact")]
    [InlineData("mappedTo: http://terminology.hl7.org/CodeSystem/evidence-quality\n", "\n", "content-mapping-target", "¦equivalence: inexact", 2)]
    [InlineData("cites: [2]", "cites: [2, 33]", "content-unknown-reference", "[2, ¦33]")]
    [InlineData("reference: 3", "reference: 8", "content-unknown-reference", "reference: ¦8", 2)]
    [InlineData("concerns: [trial,", "concerns: [trail,", "content-unknown-fact", "[¦trail")]
    [InlineData("restsOn: [trial]", "restsOn: [trial, trial.drugs]", "content-unknown-fact", "[trial, ¦trial.drugs")]
    [InlineData("    rationale: It", "    restates: used\n    rationale: It", "content-unknown-recommendation", "restates: ¦used")]
    [InlineData("affected: 3\n", "affected: 18\n", "content-count-exceeds", "affected: ¦18", 2)]
    [InlineData("of: 17\n            percentage: 17.6", "of: 18\n            percentage: 16.7", "content-more-than-arm", "of: ¦18")]
    [InlineData("percentage: 17.6", "percentage: 17.7", "content-percentage-contradicts-counts", "percentage: ¦17.7")]
    [InlineData("percentage: 17.6", "percentage: 17.60", "content-percentage-contradicts-counts", "percentage: ¦17.60")]
    [InlineData("enrolled: 61", "enrolled: 62", "content-arms-total", "enrolled: ¦62")]
    [InlineData("count: 44\n", "count: 45\n", "content-arms-total", "enrolled: ¦61")]
    [InlineData("count: 7\n", "count: 8\n", "content-subgroups-total", "subgroups:\n          ¦- text: Old")]
    [InlineData("- arm: drug\n", "- arm: drugs\n", "content-unknown-arm", "arm: ¦drugs")]
    [InlineData("referenceArm: care", "referenceArm: cure", "content-unknown-arm", "referenceArm: ¦cure")]
    [InlineData("endpoint: survival", "endpoint: surviving", "content-unknown-endpoint", "endpoint: ¦surviving")]
    [InlineData("low: 0.69", "low: 0.96", "content-interval-reversed", "level: 95\n")]
    [InlineData("high: 0.90", "high: 0.78", "content-interval-excludes-value", "value: ¦0.79")]
    [InlineData("level: 95", "level: 0.95", "content-interval-level", "level: ¦0.95")]
    [InlineData("value: 0.79", "value: -0.79", "content-ratio-not-positive", "value: ¦-0.79", 2)]
    [InlineData("concept: own#drug", "concept: own#drugs", "content-unknown-concept", "concept: ¦own#drugs")]
    [InlineData("overrideReasons: [own#drug-iv]", "overrideReasons: [own#drug-po]", "content-unknown-concept", "[¦own#drug-po")]
    [InlineData("parent: drug\n", "parent: drugs\n", "content-unknown-concept", "parent: ¦drugs")]
    [InlineData("codeSystem: own\n", "codeSystem: mine\n", "content-unknown-code-system", "codeSystem: ¦mine")]
    [InlineData("licence: gps\n          concepts:\n            \"840539006\"", "licence: gbs\n          concepts:\n            \"840539006\"", "content-unknown-licence", "licence: ¦gbs")]
    [InlineData("          licence: gps\n          concepts:\n            \"840539006\"", "          concepts:\n            \"840539006\"", "content-licence-needed", "¦system: http://snomed.info/sct")]
    [InlineData("system: http://snomed.info/sct", "system: http://www.ama-assn.org/go/cpt", "content-may-not-publish", "system: ¦http://www.ama")]
    [InlineData("population:\n      text: Patients\n      valueSet: sick", "population:\n      text: Patients\n      valueSet: sik", "content-unknown-value-set", "valueSet: ¦sik\n")]
    [InlineData("{vs:sick}", "{vs:sic}", "content-unknown-value-set", "expression: ¦\"%conditions")]
    [InlineData("{codes:tests}", "{codes:test}", "content-unknown-value-set", "query: ¦Observation")]
    [InlineData("\"840539006\"", "\"840539007\"", "content-snomed-check-digit", "\"840539007\"")]
    [InlineData("\"840539006\"", "\"1240531000000100\"", "content-snomed-check-digit", "\"1240531000000100\"")]
    [InlineData("\"840539006\"", "\"880529761000119000\"", "content-snomed-partition", "\"880529761000119000\"")]
    [InlineData("\"94500-6\"", "\"94845-3\"", "content-loinc-check-digit", "\"94845-3\"")]
    [InlineData("%tested\"", "%testet\"", "content-unknown-variable", "expression: ¦\"%conditions", 2)]
    [InlineData("\"%labs.exists()\"", "\"%labs.exists() and\"", "content-bad-expression", "expression: ¦\"%labs")]
    [InlineData("\"%labs.exists()\"", "\"%labs.exist()\"", "content-bad-expression", "expression: ¦\"%labs")]
    [InlineData("\"%labs.exists()\"", "\"%labs.exists() and %ill\"", "content-cyclic-criteria", "expression: ¦\"%conditions")]
    [InlineData("when: [ill]", "when: [ill, il]", "content-unknown-criterion", "[ill, ¦il]")]
    [InlineData("when: [ill]", "when: [ill, drugOrders]", "content-criterion-kind", "[ill, ¦drugOrders]")]
    [InlineData("remove: drugOrders", "remove: tested", "content-criterion-kind", "remove: ¦tested", 2)]
    [InlineData("hook: order-sign", "hook: order-sing", "content-unknown-hook", "hook: ¦order-sing", 2)]
    [InlineData("hook: order-sign", "hook: patient-view", "content-no-orders", "remove: ¦drugOrders")]
    [InlineData("recommendations: [use]", "recommendations: [use, abuse]", "content-unknown-recommendation", "[use, ¦abuse]", 2)]
    [InlineData("summary: Use it.", "summary: Use <b>it</b>.", "content-html", "summary: ¦Use")]
    [InlineData("({rating:use})", "({rating:used})", "content-unknown-placeholder", "detail: ¦\"{text")]
    [InlineData("{text:advice}", "{text:advise} {quote:use} {updated}", "content-unknown-placeholder", "detail: ¦\"{text")]
    [InlineData("text: Use {quote:use}", "text: Use", "content-quotation-not-shown", "detail: ¦\"{text")]
    [InlineData(", as of {updated}", "", "content-date-not-shown", "detail: ¦\"{text")]
    [InlineData("  lastUpdated:\n", "  archived:\n    meaning: Old.\n  lastUpdated:\n", "content-archive-not-shown", "detail: ¦\"{text")]
    public void A_contradiction_is_reported_where_it_stands(string piece, string by, string id, string at, int findings = 1)
    {
        var yaml = Sample.With(piece, by);
        var result = Sample.Read(yaml);

        Assert.Null(result.Guideline);
        Assert.Equal(findings, result.Issues.Count);
        var issue = Assert.Single(result.Issues, issue => issue.Kind.Id == id && Sample.Position(yaml, at) == (issue.Position!.Value.Line, issue.Position.Value.Column));
        Assert.True(issue.IsError);
    }

    [Theory]
    [InlineData("cites: [1]", "cites: []", "content-uncited-reference", "label: ¦1")]
    [InlineData("            of: 17\n", "", "content-percentage-alone", "percentage: ¦17.6")]
    [InlineData("low: 0.69", "low: 0.30", "content-interval-asymmetric", "value: ¦0.79")]
    [InlineData(" or %tested\"", "\"", "content-unused-criterion", "id: ¦tested")]
    [InlineData("\"%labs.exists()\"", "\"%conditions.exists()\"", "content-unused-input", "id: ¦labs")]
    public void What_may_be_right_is_a_warning(string piece, string by, string id, string at)
    {
        var yaml = Sample.With(piece, by);
        var issue = Sample.Finds(yaml, id, at);

        Assert.Equal(Severity.Warning, issue.Severity);
        Assert.NotNull(Sample.Read(yaml).Guideline);
    }

    [Theory]
    [InlineData("Condition?patient={{context.patientId}}&status:not=active")]
    [InlineData("Condition?patient={{context.patientId}}&onset-date=ne2020")]
    [InlineData("Condition?patient={{context.patientId}}&subject.name=x")]
    [InlineData("Condition?patient={{context.patientId}}&_include=Condition:encounter")]
    [InlineData("Condition?patient={{context.patientId}}&code")]
    [InlineData("Condition?patient={{context.patientId}}&code=a b")]
    [InlineData("Condition?patient={{patientId}}")]
    [InlineData("Condition?code=x")]
    [InlineData("Procedure?patient={{context.patientId}}")]
    [InlineData("{{context.draftOrders}}")]
    [InlineData("https://example.org/Condition")]
    public void A_query_that_not_every_ehr_answers_is_refused(string query) =>
        Sample.Finds(Sample.With("query: Condition?patient={{context.patientId}}", $"query: \"{query}\""), "content-bad-query", $"query: ¦\"{query}");

    [Fact]
    public void A_query_that_is_too_long_is_refused()
    {
        var query = "Condition?patient={{context.patientId}}&code=" + new string('x', 2000);

        Sample.Finds(Sample.With("query: Condition?patient={{context.patientId}}", $"query: {query}"), "content-bad-query", "query: ¦Condition");
    }

    [Theory]
    [InlineData(139, false)]
    [InlineData(140, true)]
    public void A_summary_has_fewer_than_140_characters(int length, bool tooLong)
    {
        var issues = Sample.Read(Sample.With("summary: Use it.", "summary: " + new string('x', length))).Issues;

        Assert.Equal(tooLong, issues.Any(issue => issue.Kind == ContentFactIssues.SummaryTooLong));
    }

    [Theory]
    [InlineData("priority: routine", null)]
    [InlineData("priority: urgent", "content-hint-too-loud")]
    [InlineData("priority: routine\n          overrideReasons: [own#drug-iv]", "content-hint-too-loud")]
    public void A_hint_may_only_inform(string lines, string? kind) =>
        Assert.Equal(kind is null ? [] : [kind], Sample.Read(Sample.WithHint("perhaps", lines)).Issues.Select(issue => issue.Kind.Id));

    [Fact]
    public void A_hint_has_an_id_of_its_own() =>
        Assert.Equal(["content-hint-id"], Sample.Read(Sample.WithHint("advise", "priority: routine")).Issues.Select(issue => issue.Kind.Id));

    [Theory]
    [InlineData("17.6", true)]
    [InlineData("17.7", false)]
    [InlineData("18", true)]
    [InlineData("17", false)]
    [InlineData("17.65", true)]
    [InlineData("17.64", false)]
    public void A_percentage_is_compared_in_its_printed_digits(string printed, bool follows)
    {
        var issues = Sample.Read(Sample.With("percentage: 17.6", "percentage: " + printed)).Issues;

        Assert.Equal(follows, issues.Count == 0);
    }

    [Fact]
    public void A_percentage_exactly_between_two_may_be_rounded_either_way()
    {
        foreach (var printed in new[] { "12", "13" })
        {
            var yaml = Sample.With("affected: 3\n", "affected: 2\n").Replace("of: 17\n", "of: 16\n", StringComparison.Ordinal);
            Assert.Empty(Sample.Read(yaml.Replace("percentage: 17.6", "percentage: " + printed, StringComparison.Ordinal)).Issues);
        }
    }

    [Fact]
    public void Arms_without_counts_need_not_add_up()
    {
        Assert.Empty(Sample.Read(Sample.With("        count: 44\n", string.Empty)).Issues);
        Sample.Finds(
            Sample.With("        count: 44\n", string.Empty).Replace("enrolled: 61", "enrolled: 16", StringComparison.Ordinal),
            "content-arms-total",
            "enrolled: ¦16");
    }

    [Fact]
    public void Every_kind_of_finding_has_its_own_id_and_says_what_to_do()
    {
        var kinds = new[] { typeof(ContentIssues), typeof(ContentFactIssues) }
            .SelectMany(type => type.GetFields())
            .Select(field => (IssueKind)field.GetValue(null)!)
            .ToList();

        Assert.Equal(kinds.Count, kinds.Select(kind => kind.Id).Distinct().Count());
        Assert.All(kinds, kind => Assert.StartsWith("content-", kind.Id, StringComparison.Ordinal));
        Assert.All(kinds, kind => Assert.NotEmpty(kind.At(string.Empty, null, 1, 2, 3, 4, 5).Text));
    }
}
