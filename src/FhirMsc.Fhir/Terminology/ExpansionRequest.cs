namespace FhirMsc.Fhir.Terminology;

/// <summary>Which codes of a value set are wanted, and how many at once (R4 and R5, parameters of ValueSet <c>$expand</c>).</summary>
public sealed record ExpansionRequest
{
    /// <summary>The most codes that a page holds, whatever is asked for.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Words that must all stand in the display or code, in any order and case; <see langword="null"/> for all codes.</summary>
    public string? Filter { get; init; }

    /// <summary>How many codes to pass over.</summary>
    public int Offset { get; init; }

    /// <summary>How many codes to give; 0 asks for the total only.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>Whether codes out of use are left out.</summary>
    public bool ActiveOnly { get; init; }

    /// <summary>Whether codes that only group others are left out.</summary>
    public bool SelectableOnly { get; init; }
}
