using FhirMsc.Fhir.Definitions.Reading;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>A value set: which codes it is composed of and, where that could be worked out, all of them listed (https://hl7.org/fhir/R4/valueset.html).</summary>
public sealed record ValueSetDefinition
{
    /// <summary>Canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Business version; <see langword="null"/> if it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Computer-friendly name; <see langword="null"/> if it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Publication status code; <see langword="null"/> if missing.</summary>
    public string? Status { get; init; }

    /// <summary>What goes in; empty if the value set has only an expansion.</summary>
    public IReadOnlyList<ValueSetInclude> Includes { get; init; } = [];

    /// <summary>What is taken out again.</summary>
    public IReadOnlyList<ValueSetInclude> Excludes { get; init; } = [];

    /// <summary>Whether inactive codes go in; <see langword="null"/> if not stated.</summary>
    public bool? IncludesInactive { get; init; }

    /// <summary>All codes; <see langword="null"/> if nobody has worked them out.</summary>
    public ValueSetExpansion? Expansion { get; init; }

    /// <summary>Reads a ValueSet resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="issues">Takes what is wrong with it; reading goes on behind every issue.</param>
    /// <returns>The value set, or <see langword="null"/> if it has no url.</returns>
    public static ValueSetDefinition? Read(Node resource, ICollection<Issue> issues) => new TerminologyReader(issues).ReadValueSet(resource);
}
