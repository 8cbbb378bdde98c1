using FhirMsc.Fhir.Definitions.Reading;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>Which codes of one system stand for which of another (https://hl7.org/fhir/R4/conceptmap.html, https://hl7.org/fhir/R5/conceptmap.html).</summary>
public sealed record ConceptMapDefinition
{
    /// <summary>Canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Business version; <see langword="null"/> if it has none.</summary>
    public string? Version { get; init; }

    /// <summary>The mappings, by pairs of code systems.</summary>
    public IReadOnlyList<ConceptMapGroup> Groups { get; init; } = [];

    /// <summary>Reads a ConceptMap resource of any release.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="issues">Takes what is wrong with it; reading goes on behind every issue.</param>
    /// <returns>The map, or <see langword="null"/> if it has no url.</returns>
    public static ConceptMapDefinition? Read(Node resource, ICollection<Issue> issues) => new ConceptMapReader(issues).Read(resource);
}
