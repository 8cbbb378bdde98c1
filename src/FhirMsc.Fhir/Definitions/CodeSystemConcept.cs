namespace FhirMsc.Fhir.Definitions;

/// <summary>One code of a code system.</summary>
public sealed record CodeSystemConcept
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Its text; <see langword="null"/> if not given or not kept.</summary>
    public string? Display { get; init; }

    /// <summary>Other texts for it, in any language and for any use; empty if not kept.</summary>
    public IReadOnlyList<string> Designations { get; init; } = [];

    /// <summary>Whether there are such texts, kept or not.</summary>
    public bool HasDesignations { get; init; }

    /// <summary>Codes of its parents: the concept it is nested in, and those that properties name as parents.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Whether it only groups others and must not be used in data.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether it is out of use.</summary>
    public bool IsInactive { get; init; }

    /// <summary>Its other properties, for filters.</summary>
    public IReadOnlyList<ConceptProperty> Properties { get; init; } = [];
}
