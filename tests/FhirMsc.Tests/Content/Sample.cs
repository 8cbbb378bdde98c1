using System.Text;
using FhirMsc.Content;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Content;

/// <summary>
/// A small, complete and invented guideline: another publisher, another rating scheme, a recommendation for, no archive. Tests break it in one place
/// and look where the finding points.
/// </summary>
internal static class Sample
{
    public const string Yaml =
        """
        schema: fhirmsc-guideline/1
        id: velorimab
        version: 1.0.0
        status: draft
        title: Velorimab
        description: Invented.
        purpose: To test.
        language: en
        canonical: https://example.org/fhir/velorimab
        date: 2026-11-23
        publisher:
          name: Example
        copyright: None.
        jurisdiction: [US]
        topics: [treatment]
        source:
          place: front:1
          author: A panel
          label: Panel
          url: https://example.org/page
          citation: A panel. A page.
          lastUpdated:
            date: 2020-08-06
            printed: August 6, 2020
        sections:
          - id: front
            counted: items
          - id: advice
            title: Advice
          - id: data
            title: Data
            parent: advice
        ratingSchemes:
          - id: cdc
            title: Category and type
            version: 2022-11
            format: "category: {strength}, type: {evidence}"
            definedInPage: false
            source: Elsewhere.
            strength:
              codeSystem: category
              title: Category
              complete: true
              levels:
                - code: A
                  display: Most patients
                  verified: true
                - code: B
                  display: Some patients
                  verified: true
            evidence:
              codeSystem: type
              title: Type
              complete: true
              mappedTo: http://terminology.hl7.org/CodeSystem/evidence-quality
              levels:
                - code: 3
                  display: Observational
                  verified: false
                  mapping:
                    equivalence: inexact
                    code: low
                - code: 4
                  display: Opinion
                  verified: false
                  mapping:
                    equivalence: unmatched
        recommendations:
          - id: use
            title: Use it
            place: advice:1
            quotation: "Use velorimab (category: A, type: 4)."
            rating:
              scheme: cdc
              printed: "category: A, type: 4"
              strength: A
              evidence: 4
            direction: for
            population:
              text: Patients
              valueSet: sick
            intervention:
              text: Velorimab
              concept: own#drug
            rationale: It helps.
            restsOn: [trial]
            cites: [1]
        background:
          - id: fact
            kind: mechanism
            place: data:1
            text: It blocks.
            cites: [2]
        studies:
          - id: trial
            label: Fern 2019
            title: A trial
            place: data:2-3
            reference: 3
            design:
              text: Randomised
              allocation: randomized
              masking: open-label
            population:
              text: Patients
            observedCondition:
              text: Sick
              valueSet: sick
            enrolled: 61
            arms:
              - id: drug
                name: Drug
                kind: experimental
                intervention: Velorimab
                count: 17
                subgroups:
                  - text: Old
                    count: 10
                  - text: Young
                    count: 7
              - id: care
                name: Care
                kind: active-comparator
                intervention: Usual care
                count: 44
            endpoints:
              - id: survival
                role: primary
                text: Survival
                timeFrame:
                  value: 28
                  unit: d
            outcomes:
              - id: death
                title: Death
                kind: dichotomous
                endpoint: survival
                finding: Fewer died.
                results:
                  - arm: drug
                    affected: 3
                    of: 17
                    percentage: 17.6
                effects:
                  - measure: rate-ratio
                    value: 0.79
                    comparedArm: drug
                    referenceArm: care
                    interval:
                      level: 95
                      low: 0.69
                      high: 0.90
        references:
          - label: 1
            place: data
            kind: other
            printed: One.
          - label: 2
            place: data
            kind: webpage
            url: https://example.org/two
            accessed: 2020-07
            printed: Two.
          - label: 3
            place: data
            kind: journal-article
            authors: [Fern U]
            pmid: 99000003
            doi: 10.1234/abc
            printed: Three.
        defects:
          - id: D-1
            title: Odd
            place: data:2
            text: Odd.
            handling: Kept.
            concerns: [trial, trial.drug, reference-3]
        texts:
          - id: advice
            text: Use {quote:use} ({rating:use}), as of {updated}.
        terminology:
          licences:
            - id: gps
              notice: Licensed.
          codeSystems:
            - id: own
              title: Own
              description: Own.
              concepts:
                - code: drug
                  display: Velorimab
                - code: drug-iv
                  display: Velorimab, intravenous
                  parent: drug
                  mappings:
                    - system: http://example.org/other
                      equivalence: wider
                      code: vel
          valueSets:
            - id: sick
              title: Sick
              description: Sick people.
              include:
                - system: http://snomed.info/sct
                  licence: gps
                  concepts:
                    "840539006": Sick
                - codeSystem: own
                  concepts:
                    drug:
            - id: tests
              title: Tests
              description: Tests.
              include:
                - system: http://loinc.org
                  licence: gps
                  concepts:
                    "94500-6": Test
        logic:
          inputs:
            - id: conditions
              description: Conditions
              types: [Condition]
              query: Condition?patient={{context.patientId}}
              required: true
              unavailable: No conditions.
            - id: orders
              description: Orders
              types: [MedicationRequest]
              from: orders
              required: true
              unavailable: No orders.
            - id: labs
              description: Labs
              types: [Observation]
              query: Observation?patient={{context.patientId}}&code={codes:tests}
              required: false
              unavailable: No labs.
          criteria:
            - id: ill
              meaning: Is ill
              expression: "%conditions.where(code.memberOf('{vs:sick}')).exists() or %tested"
              cannotTell: Unknown.
            - id: tested
              meaning: Was tested
              expression: "%labs.exists()"
              cannotTell: Unknown.
            - id: drugOrders
              gives: resources
              meaning: Orders
              expression: "%orders.where(status = 'draft')"
              cannotTell: Unknown.
        services:
          - id: velorimab-sign
            hook: order-sign
            title: Velorimab
            description: Says it.
            recommendations: [use]
            when: [ill]
            card:
              summary: Use it.
              priority: routine
              topic: own#drug
              sourceLabel: Panel
              detail: "{text:advice}"
              suggestions:
                - label: Remove
                  description: Remove
                  remove: drugOrders
              overrideReasons: [own#drug-iv]

        """;

    public static ContentResult Read(string yaml) => ContentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(yaml)), "sample.yaml");

    /// <summary>The sample with one piece replaced; the piece must be there exactly once.</summary>
    public static string With(string piece, string by)
    {
        Assert.Equal(2, Yaml.Split(piece).Length);
        return Yaml.Replace(piece, by, StringComparison.Ordinal);
    }

    /// <summary>The sample with a hint behind the card of its service.</summary>
    /// <param name="id">Id of the hint.</param>
    /// <param name="lines">Priority and what else is to stand on its card; further lines with ten blanks in front.</param>
    public static string WithHint(string id, string lines) => string.Join(
        '\n',
        Yaml.TrimEnd(),
        "    hints:",
        $"      - id: {id}",
        "        when: [ill]",
        "        card:",
        "          summary: Perhaps use it.",
        $"          {lines}",
        "          topic: own#drug",
        "          sourceLabel: Panel",
        "          detail: \"Perhaps. {text:advice}\"",
        string.Empty);

    /// <summary>Asserts that a text gives exactly one finding and where it points: at the only occurrence of a piece of the text.</summary>
    public static Issue Finds(string yaml, string id, string at)
    {
        var issue = Assert.Single(Read(yaml).Issues);
        Assert.Equal(id, issue.Kind.Id);
        Assert.Equal(Position(yaml, at), (issue.Position!.Value.Line, issue.Position.Value.Column));
        Assert.Equal("sample.yaml", issue.Position.Value.Source);
        return issue;
    }

    /// <summary>Line and column of the only occurrence of a piece; a <c>¦</c> in the piece marks the column inside of it.</summary>
    public static (int Line, int Column) Position(string yaml, string piece)
    {
        var mark = Math.Max(0, piece.IndexOf('¦', StringComparison.Ordinal));
        piece = piece.Replace("¦", string.Empty, StringComparison.Ordinal);
        Assert.Equal(2, yaml.Split(piece).Length);
        var before = yaml[..(yaml.IndexOf(piece, StringComparison.Ordinal) + mark)];
        return (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
