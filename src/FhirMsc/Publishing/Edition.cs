using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Content;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Publishing;

/// <summary>Everything that came of building guidelines: what may be published, and every finding on the way.</summary>
public sealed record Edition
{
    /// <summary>The catalog; <see langword="null"/> as soon as one guideline has an error, since half an edition misleads.</summary>
    public required Catalog? Catalog { get; init; }

    /// <summary>The guidelines that could be read.</summary>
    public required IReadOnlyList<Guideline> Guidelines { get; init; }

    /// <summary>What was generated, whether or not it passed the gate.</summary>
    public required IReadOnlyList<ArtifactSet> Sets { get; init; }

    /// <summary>Findings in the content files.</summary>
    public required IReadOnlyList<Issue> ContentIssues { get; init; }

    /// <summary>Findings of the gate in the generated resources.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the guidelines are called.</summary>
    public IReadOnlyList<GuidelineTitle> Titles => [.. Guidelines.Select(guideline => new GuidelineTitle(guideline.Title, guideline.Version))];
}
