namespace FhirMsc.Publishing.Searching;

/// <summary>A search that was understood.</summary>
public sealed record SearchRequest
{
    /// <summary>The most resources that a page holds, whatever is asked for.</summary>
    public const int MaxCount = 1000;

    /// <summary>The resource type.</summary>
    public required string Type { get; init; }

    /// <summary>How many matches a page holds.</summary>
    public int Count { get; init; } = 50;

    /// <summary>How many matches to pass over.</summary>
    public int Offset { get; init; }

    /// <summary>Which part of each resource is wanted: <c>true</c>, <c>text</c>, <c>data</c>, <c>count</c>, <c>false</c>.</summary>
    public string Summary { get; init; } = "false";

    /// <summary>The elements that are wanted, as names at the top of the resource; empty for all.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>The parameters that counted, as they were given, for the links of the answer; without those of paging.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Applied { get; init; } = [];

    /// <summary>The conditions; all must hold.</summary>
    internal IReadOnlyList<SearchCriterion> Criteria { get; init; } = [];

    /// <summary>Parameters to sort by, and whether downwards.</summary>
    internal IReadOnlyList<(SearchParameter Parameter, bool IsDown)> Sort { get; init; } = [];

    /// <summary>What to bring along.</summary>
    internal IReadOnlyList<SearchInclude> Includes { get; init; } = [];
}
