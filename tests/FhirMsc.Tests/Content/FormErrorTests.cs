using System.Text;
using FhirMsc.Content;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Content;

/// <summary>What can be wrong with the form of a content file: each kind with its line and column.</summary>
public class FormErrorTests
{
    [Theory]
    [InlineData("description: Invented.\n", "description: Invented.\ndescripton: V\n", "content-unknown-key", "descripton")]
    [InlineData("    rationale: It helps.\n", "", "content-missing-key", "id: use\n    title")]
    [InlineData("purpose: To test.", "purpose:", "content-empty-value", "purpose:")]
    [InlineData("purpose: To test.", "purpose: ~", "content-empty-value", "purpose: ~")]
    [InlineData("purpose: To test.", "purpose: \"\"", "content-empty-value", "purpose: ¦\"\"")]
    [InlineData("purpose: To test.", "purpose: [a]", "content-wrong-type", "purpose: ¦[a]")]
    [InlineData("jurisdiction: [US]", "jurisdiction: US", "content-wrong-type", "jurisdiction: ¦US")]
    [InlineData("jurisdiction: [US]", "jurisdiction: [{}]", "content-wrong-type", "jurisdiction: [¦{}]")]
    [InlineData("publisher:\n  name: Example", "publisher: Example", "content-wrong-type", "publisher: ¦Example")]
    [InlineData("licences:\n    - id: gps\n      notice: Licensed.", "licences:\n    - gps\n    - id: gps\n      notice: Licensed.", "content-wrong-type", "    - ¦gps\n    - id")]
    [InlineData("\"840539006\": Sick", "\"840539006\": [Sick]", "content-wrong-type", "\"840539006\": ¦[Sick]")]
    [InlineData("purpose: To test.", "purpose: To test.\npurpose: Again.", "content-duplicate-key", "purpose: Again.")]
    [InlineData("direction: for", "direction: pro", "content-unknown-word", "direction: ¦pro")]
    [InlineData("status: draft", "status: Draft", "content-unknown-word", "status: ¦Draft")]
    [InlineData("complete: true\n      levels", "complete: yes\n      levels", "content-unknown-word", "complete: ¦yes")]
    [InlineData("schema: fhirmsc-guideline/1", "schema: fhirmsc-guideline/2", "content-wrong-schema", "schema: ¦fhir")]
    [InlineData("enrolled: 61", "enrolled: sixty", "content-bad-count", "enrolled: ¦sixty")]
    [InlineData("enrolled: 61", "enrolled: -61", "content-bad-count", "enrolled: ¦-61")]
    [InlineData("value: 0.79", "value: 0,79", "content-bad-decimal", "value: ¦0,79")]
    [InlineData("value: 0.79", "value: .79", "content-bad-decimal", "value: ¦.79")]
    [InlineData("value: 0.79", "value: 7.9e-1", "content-bad-decimal", "value: ¦7.9e-1")]
    [InlineData("date: 2026-11-23", "date: 2026-11-31", "content-bad-date", "date: ¦2026-11-31")]
    [InlineData("accessed: 2020-07", "accessed: July 2020", "content-bad-date", "accessed: ¦July")]
    [InlineData("id: velorimab\n", "id: velo_rimab\n", "content-bad-id", "id: ¦velo_rimab")]
    [InlineData("id: ill", "id: is-ill", "content-bad-variable", "id: ¦is-ill", "content-unknown-criterion")]
    [InlineData("url: https://example.org/page", "url: www.example.org/page", "content-bad-url", "url: ¦www")]
    [InlineData("url: https://example.org/page", "url: javascript:alert(1)", "content-bad-url", "url: ¦javascript")]
    [InlineData("canonical: https://example.org/fhir/velorimab", "canonical: https://example.org/fhir/velorimab/", "content-bad-canonical", "canonical: ¦https")]
    [InlineData("system: http://example.org/other", "system: other", "content-bad-system", "system: ¦other")]
    [InlineData("code: vel", "code: \"a  b\"", "content-bad-code", "code: ¦\"a  b\"")]
    [InlineData("concept: own#drug", "concept: drug", "content-bad-concept", "concept: ¦drug")]
    [InlineData("version: 1.0.0", "version: \"1.0\"", "content-bad-version", "version: ¦\"1.0\"")]
    [InlineData("language: en\n", "language: English language\n", "content-bad-language", "language: ¦English")]
    [InlineData("jurisdiction: [US]", "jurisdiction: [US, usa]", "content-bad-country", "US, ¦usa")]
    [InlineData("types: [Condition]", "types: [condition]", "content-bad-resource-type", "types: [¦condition]", "content-bad-query")]
    [InlineData("unit: d\n", "unit: days\n", "content-bad-time-unit", "unit: ¦days")]
    [InlineData("pmid: 99000003", "pmid: PMID99000003", "content-bad-pmid", "pmid: ¦PMID")]
    [InlineData("pmid: 99000003", "pmcid: 99000003", "content-bad-pmcid", "pmcid: ¦99000003")]
    [InlineData("doi: 10.1234/abc", "doi: https://doi.org/10.1234/abc", "content-bad-doi", "doi: ¦https")]
    [InlineData("place: advice:1", "place: \"advice: 1\"", "content-bad-place", "place: ¦\"advice: 1\"")]
    [InlineData("place: advice:1", "place: advice:0", "content-bad-place", "place: ¦advice:0")]
    [InlineData("place: data:2-3", "place: data:3-2", "content-bad-place", "place: ¦data:3-2")]
    [InlineData("    place: advice:1\n", "", "content-missing-place", "id: use\n    title")]
    [InlineData("      strength: A\n      evidence: 4\n    direction", "      strength: A\n      evidence: 4\n    unrated: true\n    direction", "content-rated-and-unrated", "id: use\n    title")]
    [InlineData("        - codeSystem: own\n", "        - codeSystem: own\n          system: http://example.org/x\n", "content-one-system", "codeSystem: own\n          system")]
    [InlineData("      from: orders\n", "", "content-missing-query", "id: orders\n      description")]
    [InlineData("      from: orders\n", "      from: orders\n      query: MedicationRequest?patient={{context.patientId}}\n", "content-query-for-orders", "id: orders\n      description")]
    [InlineData("description: Invented.", "description: &all Invented.", "content-anchor", "description: ¦&all")]
    [InlineData("description: Invented.", "description: !!binary Invented.", "content-tag", "description: ¦!!binary")]
    [InlineData("description: Invented.", "description: Invented.\n? [a]\n: b", "content-key-not-text", "? ¦[a]")]
    public void A_bad_form_is_reported_where_it_stands(string piece, string by, string id, string at, string? follows = null)
    {
        var yaml = Sample.With(piece, by);
        var result = Sample.Read(yaml);

        Assert.Null(result.Guideline);
        var issue = Assert.Single(result.Issues, issue => issue.IsError && issue.Kind.Id != follows);
        Assert.Equal((id, Sample.Position(yaml, at)), (issue.Kind.Id, (issue.Position!.Value.Line, issue.Position.Value.Column)));
    }

    [Fact]
    public void A_recommendation_without_rating_is_an_error_unless_the_content_says_that_there_is_none()
    {
        var rating = Sample.Yaml[Sample.Yaml.IndexOf("    rating:", StringComparison.Ordinal)..Sample.Yaml.IndexOf("    direction:", StringComparison.Ordinal)];

        Sample.Finds(Sample.With("{quote:use} ({rating:use})", "{quote:use}").Replace(rating, string.Empty, StringComparison.Ordinal), "content-missing-rating", "id: use\n    title");
        Assert.Empty(Sample.Read(Sample.With("{quote:use} ({rating:use})", "{quote:use}").Replace(rating, "    unrated: true\n", StringComparison.Ordinal)).Issues);
    }

    [Fact]
    public void An_unknown_key_is_told_with_the_key_that_was_probably_meant()
    {
        var issue = Sample.Finds(Sample.With("subgroups:", "subgrups:"), "content-unknown-key", "subgrups");

        Assert.Contains("Did you mean \"subgroups\"?", issue.Text, StringComparison.Ordinal);
        Assert.Equal("studies[0].arms[0].subgrups", issue.Path);
    }

    [Fact]
    public void A_missing_map_is_one_finding_and_not_one_for_each_key_in_it()
    {
        var design = Sample.Yaml[Sample.Yaml.IndexOf("    design:", StringComparison.Ordinal)..Sample.Yaml.IndexOf("    population:\n      text: Patients\n    observed", StringComparison.Ordinal)];

        Sample.Finds(Sample.With(design, string.Empty), "content-missing-key", "id: trial\n");
    }

    [Fact]
    public void All_findings_come_at_once_and_in_the_order_of_the_file()
    {
        var yaml = Sample.With("status: draft", "status: drafty")
            .Replace("language: en\n", "language: English language\ntypo: 1\n", StringComparison.Ordinal)
            .Replace("percentage: 17.6", "percentage: 18.6", StringComparison.Ordinal)
            .Replace("cites: [2]", "cites: [2, 12]", StringComparison.Ordinal)
            .Replace("\"94500-6\"", "\"94500-7\"", StringComparison.Ordinal);

        Assert.Equal(
            ["content-unknown-word", "content-bad-language", "content-unknown-key", "content-unknown-reference", "content-percentage-contradicts-counts", "content-loinc-check-digit"],
            Sample.Read(yaml).Issues.Select(issue => issue.Kind.Id));
    }

    [Theory]
    [InlineData("a: [b", "content-syntax", 1)]
    [InlineData("a: b\n  c: d", "content-syntax", 2)]
    [InlineData("a: \"b", "content-syntax", 1)]
    [InlineData("", "content-empty", 1)]
    [InlineData("# only a remark\n", "content-empty", 1)]
    public void A_file_that_is_no_yaml_or_empty_is_told_with_its_line(string yaml, string id, int line)
    {
        var issue = Assert.Single(Sample.Read(yaml).Issues);

        Assert.Equal((id, Severity.Fatal), (issue.Kind.Id, issue.Severity));
        Assert.InRange(issue.Position!.Value.Line, line, line + 1);
    }

    [Fact]
    public void A_list_instead_of_a_guideline_is_told_once()
    {
        var issue = Assert.Single(Sample.Read("- a\n- b\n").Issues);

        Assert.Equal("content-wrong-type", issue.Kind.Id);
    }

    [Fact]
    public void A_second_document_is_refused() => Sample.Finds(Sample.Yaml + "---\na: b\n", "content-several-documents", "---");

    [Fact]
    public void Aliases_that_would_multiply_are_refused_without_expanding_them()
    {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 30; i++)
            bomb.Append('a').Append(i).Append(": &a").Append(i).Append(" [").AppendJoin(',', Enumerable.Repeat("*a" + (i - 1), 9)).Append("]\n");

        Assert.Contains(Sample.Read(bomb.ToString()).Issues, issue => issue.Kind == ContentIssues.Anchor);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var issue = Assert.Single(Sample.Read("a: " + new string('[', 100_000)).Issues);

        Assert.Equal("content-syntax", issue.Kind.Id);
    }

    [Fact]
    public void Bytes_that_are_no_utf_8_are_refused()
    {
        var result = ContentReader.Read(new MemoryStream([.. "title: "u8, 0xC3, 0x28]), null);

        Assert.Equal("content-not-utf-8", Assert.Single(result.Issues).Kind.Id);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_parsed()
    {
        var result = ContentReader.Read(new MemoryStream(new byte[3 * 1024 * 1024]), null);

        Assert.Equal("content-too-large", Assert.Single(result.Issues).Kind.Id);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_finding()
    {
        var path = Path.Combine(Path.GetTempPath(), "fhirmsc-no-such-file.yaml");
        var issue = Assert.Single(ContentReader.Read(path).Issues);

        Assert.Equal("content-unreadable", issue.Kind.Id);
        Assert.Equal(path, issue.Position!.Value.Source);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Sample.Yaml.Replace("\n", "\r\n", StringComparison.Ordinal))).ToArray();

        Assert.Empty(ContentReader.Read(new MemoryStream(bytes), null).Issues);
    }

    [Fact]
    public void A_file_cut_off_anywhere_ends_in_findings_or_a_guideline_and_never_in_an_exception()
    {
        for (var length = 0; length < Sample.Yaml.Length; length += 41)
        {
            var result = Sample.Read(Sample.Yaml[..length]);
            Assert.True(result.Guideline is not null || result.Issues.Any(issue => issue.IsError));
        }
    }
}
