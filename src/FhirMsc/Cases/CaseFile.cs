namespace FhirMsc.Cases;

/// <summary>The decision cases of one guideline.</summary>
public sealed record CaseFile
{
    /// <summary>Id of the guideline.</summary>
    public required string Guideline { get; init; }

    /// <summary>The day on which all cases happen: ages and running studies depend on it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The cases, expanded.</summary>
    public required IReadOnlyList<DecisionCase> Cases { get; init; }

    /// <summary>Changes of the logic that no case can notice because they change nothing, by their name, each with the reason.</summary>
    public required IReadOnlyDictionary<string, string> Equivalent { get; init; }
}
