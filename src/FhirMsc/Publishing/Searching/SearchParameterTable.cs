using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Publishing.Searching;

/// <summary>
/// The search parameters of the types that guidelines are published as. They come from the releases' own definitions: <see cref="SearchParameterExtract"/> made
/// the file that is embedded.
/// </summary>
internal static class SearchParameterTable
{
    /// <summary>Name of the embedded file.</summary>
    public const string FileName = "search-parameters.txt";

    /// <summary>The types that the table is made for.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "ActivityDefinition", "ArtifactAssessment", "Basic", "Citation", "CodeSystem", "Composition", "ConceptMap", "Evidence", "EvidenceVariable", "Group",
        "ImplementationGuide", "Library", "PlanDefinition", "ResearchStudy", "ValueSet",
    ];

    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<SearchParameter>>> Parameters = new(Read);

    /// <summary>The parameters of a type, by name; none for types that the table does not have.</summary>
    public static IReadOnlyList<SearchParameter> Of(FhirRelease release, string type) => Parameters.Value.GetValueOrDefault($"{release.Name} {type}") ?? [];

    private static FrozenDictionary<string, IReadOnlyList<SearchParameter>> Read()
    {
        using var stream = typeof(SearchParameterTable).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .GroupBy(cells => $"{cells[0]} {cells[1]}", Parameter, StringComparer.Ordinal)
            .ToFrozenDictionary(type => type.Key, type => (IReadOnlyList<SearchParameter>)[.. type], StringComparer.Ordinal);
    }

    private static SearchParameter Parameter(string[] cells) =>
        new(cells[1], cells[2], Enum.Parse<SearchKind>(cells[3]), SearchParameterExtract.CoreUrl + cells[4], cells[5].Split(',', StringSplitOptions.RemoveEmptyEntries), cells[6])
        {
            Components = cells.Length > 7 ? [.. cells[7].Split("; ").Select(part => part.Split(' ', 2)).Select(part => new SearchComponent(Enum.Parse<SearchKind>(part[0]), part[1]))] : [],
        };
}
