using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Artifacts;

/// <summary>One generated resource: its bytes as they go into a file, the same as a tree, and where its values come from.</summary>
public sealed record Artifact
{
    /// <summary>Resource type, e.g. <c>PlanDefinition</c>.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Logical id; the same in every release.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical URL without version; <see langword="null"/> for resources that have none (Group, ResearchStudy, Composition).</summary>
    public required string? Url { get; init; }

    /// <summary>Business version; <see langword="null"/> where <see cref="Url"/> is.</summary>
    public required string? Version { get; init; }

    /// <summary>Address below the guideline's base: base, type and id. The same as <see cref="Url"/> for most; relative references of all artifacts lead to it.</summary>
    public required string FullUrl { get; init; }

    /// <summary>The resource as indented JSON with a line feed at the end: exactly the bytes of the file.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>The resource as a tree over <see cref="Json"/>.</summary>
    public required NodeTree Tree { get; init; }

    /// <summary>
    /// Origin by path, as <see cref="NodePath"/> writes paths. An element that is not listed comes from where its nearest listed ancestor comes from;
    /// the resource itself is always listed.
    /// </summary>
    public required IReadOnlyDictionary<string, Origin> Origins { get; init; }

    /// <summary>File name in a directory of resources and in a FHIR package: <c>Type-id.json</c>.</summary>
    public string FileName => $"{ResourceType}-{Id}.json";

    /// <summary>Relative reference: <c>Type/id</c>.</summary>
    public string Reference => $"{ResourceType}/{Id}";
}
