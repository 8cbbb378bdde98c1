using FhirMsc.Fhir.Definitions.Reading;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// A structure, compiled: a type, a resource, a profile or an extension (https://hl7.org/fhir/R4/structuredefinition.html). The same class whether it
/// came with this library or from a package read at run time.
/// </summary>
public sealed record StructureDefinition
{
    /// <summary>Canonical URL.</summary>
    public required string Url { get; init; }

    /// <summary>Business version; <see langword="null"/> if it has none.</summary>
    public string? Version { get; init; }

    /// <summary>Computer-friendly name.</summary>
    public required string Name { get; init; }

    /// <summary>Publication status code; <see langword="null"/> if missing.</summary>
    public string? Status { get; init; }

    /// <summary>What it defines.</summary>
    public required StructureKind Kind { get; init; }

    /// <summary>How it stands to its base.</summary>
    public StructureDerivation Derivation { get; init; }

    /// <summary>Whether nothing can be of this type alone.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>The type it defines or narrows: a name, or a URL for logical models.</summary>
    public required string Type { get; init; }

    /// <summary>Canonical URL of the base; <see langword="null"/> for <c>Element</c>, <c>Resource</c> and the like.</summary>
    public string? BaseDefinition { get; init; }

    /// <summary>FHIR version it is written for, e.g. <c>4.0.1</c>; <see langword="null"/> if missing.</summary>
    public string? FhirVersion { get; init; }

    /// <summary>For extensions: where they may be used.</summary>
    public IReadOnlyList<ExtensionContext> Contexts { get; init; } = [];

    /// <summary>For extensions: FHIRPath expressions that must hold where they are used.</summary>
    public IReadOnlyList<string> ContextInvariants { get; init; } = [];

    /// <summary>Profiles that whatever conforms to this one must conform to as well (extension <c>structuredefinition-imposeProfile</c>).</summary>
    public IReadOnlyList<string> ImposedProfiles { get; init; } = [];

    /// <summary>All elements, in order, the root first; <see langword="null"/> if there is only a differential.</summary>
    public IReadOnlyList<ElementDefinition>? Snapshot { get; init; }

    /// <summary>What it adds to its base; <see langword="null"/> if not kept or not given.</summary>
    public IReadOnlyList<ElementDefinition>? Differential { get; init; }

    /// <summary>Whether it narrows a type instead of defining one.</summary>
    public bool IsProfile => Derivation == StructureDerivation.Constraint;

    /// <summary>Whether it is an extension.</summary>
    public bool IsExtension => IsProfile && Type == "Extension";

    /// <summary>Reads a StructureDefinition resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="issues">Takes what is wrong with it; reading goes on behind every issue.</param>
    /// <param name="keepSources">Whether to keep the resource for what this class leaves out (texts, mappings, examples), so that a snapshot can be written with it. Takes memory.</param>
    /// <returns>The structure, or <see langword="null"/> if it lacks what makes one (url, type, kind).</returns>
    public static StructureDefinition? Read(Node resource, ICollection<Issue> issues, bool keepSources = false) => new StructureReader(issues, keepSources).Read(resource);
}
