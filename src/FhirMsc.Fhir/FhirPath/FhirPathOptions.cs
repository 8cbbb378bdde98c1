using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>How an expression is compiled.</summary>
public sealed record FhirPathOptions
{
    /// <summary>No model.</summary>
    public static FhirPathOptions Untyped { get; } = new();

    /// <summary>The definitions that give nodes their types; without, names are JSON's and values have the types that JSON shows.</summary>
    public FhirModel? Model { get; init; }

    /// <summary>Refuse elements that the types don't have and types that a value can't be of, where that can be told from the definitions. Needs <see cref="Model"/>.</summary>
    public bool Strict { get; init; }

    /// <summary>The type that the expression will be evaluated on, for <see cref="Strict"/>: <c>Patient</c>, <c>Observation.component</c>; <see langword="null"/> if it may be any.</summary>
    public string? ContextType { get; init; }

    /// <summary>
    /// Let <c>as</c> take a collection, as <c>ofType</c> does. The specification makes it an error, but invariants in FHIR's own definitions are written
    /// that way (R4's dom-3).
    /// </summary>
    public bool AsFiltersCollections { get; init; }

    /// <summary>Name of the text for positions in issues; <see langword="null"/> if there is only one.</summary>
    public string? Source { get; init; }

    /// <summary>How long the text may be, in UTF-16 code units.</summary>
    public int MaxLength { get; init; } = 100_000;

    /// <summary>How deep operators, calls and parentheses may be inside each other; a chain counts each of its links.</summary>
    public int MaxDepth { get; init; } = 1_000;
}
