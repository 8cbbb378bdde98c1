using FhirMsc.Fhir.Definitions.Reading;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>A code system (https://hl7.org/fhir/R4/codesystem.html): its codes and how they stand to each other.</summary>
public sealed record CodeSystemDefinition
{
    /// <summary>Canonical URL: the <c>system</c> of its codings.</summary>
    public required string Url { get; init; }

    /// <summary>Business version; <see langword="null"/> if it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Computer-friendly name; <see langword="null"/> if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Publication status code; <see langword="null"/> if missing.</summary>
    public string? Status { get; init; }

    /// <summary>How much of the system is here.</summary>
    public required CodeSystemContentMode Content { get; init; }

    /// <summary>Whether <c>a</c> and <c>A</c> are different codes; <see langword="null"/> if not stated.</summary>
    public bool? IsCaseSensitive { get; init; }

    /// <summary>Canonical URL of the system that this one adds to.</summary>
    public string? Supplements { get; init; }

    /// <summary>Canonical URL of the value set of all codes.</summary>
    public string? ValueSet { get; init; }

    /// <summary>Code of the hierarchy's meaning (<c>is-a</c>, <c>grouped-by</c>, <c>part-of</c>, <c>classified-with</c>); <see langword="null"/> if not stated.</summary>
    public string? HierarchyMeaning { get; init; }

    /// <summary>The codes, each behind its parent, in the order of the resource.</summary>
    public IReadOnlyList<CodeSystemConcept> Concepts { get; init; } = [];

    /// <summary>Reads a CodeSystem resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="issues">Takes what is wrong with it; reading goes on behind every issue.</param>
    /// <returns>The code system, or <see langword="null"/> if it has no url.</returns>
    public static CodeSystemDefinition? Read(Node resource, ICollection<Issue> issues) => new TerminologyReader(issues).ReadCodeSystem(resource);
}
