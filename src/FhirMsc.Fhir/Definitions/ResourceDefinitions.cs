using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>Definitions from resources in memory. Of two with the same URL and version the last one counts; without a version, the last one with the URL. Immutable.</summary>
public sealed class ResourceDefinitions : IDefinitionSource
{
    private readonly Dictionary<string, List<StructureDefinition>> structures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ValueSetDefinition>> valueSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CodeSystemDefinition>> codeSystems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ConceptMapDefinition>> conceptMaps = new(StringComparer.Ordinal);
    private readonly List<Issue> issues = [];

    /// <param name="resources">The resources; types that define nothing are passed over.</param>
    public ResourceDefinitions(IEnumerable<Node> resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        foreach (var resource in resources)
        {
            switch (resource.ResourceType)
            {
                case "StructureDefinition":
                    Add(structures, StructureDefinition.Read(resource, issues), structure => structure.Url);
                    break;
                case "ValueSet":
                    Add(valueSets, ValueSetDefinition.Read(resource, issues), valueSet => valueSet.Url);
                    break;
                case "CodeSystem":
                    Add(codeSystems, CodeSystemDefinition.Read(resource, issues), system => system.Url);
                    break;
                case "ConceptMap":
                    Add(conceptMaps, ConceptMapDefinition.Read(resource, issues), map => map.Url);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What is wrong with the definitions.</summary>
    public IReadOnlyList<Issue> Issues => issues;

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical) => Find(structures, canonical, structure => structure.Version);

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => Find(valueSets, canonical, valueSet => valueSet.Version);

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => Find(codeSystems, canonical, system => system.Version);

    /// <inheritdoc/>
    public ConceptMapDefinition? FindConceptMap(string canonical) => Find(conceptMaps, canonical, map => map.Version);

    private static void Add<T>(Dictionary<string, List<T>> index, T? definition, Func<T, string> urlOf)
        where T : class
    {
        if (definition is null)
        {
            return;
        }

        if (!index.TryGetValue(urlOf(definition), out var versions))
        {
            index.Add(urlOf(definition), versions = []);
        }

        versions.Add(definition);
    }

    private static T? Find<T>(Dictionary<string, List<T>> index, string canonical, Func<T, string?> versionOf)
        where T : class
    {
        var (url, version) = CanonicalVersion.Split(canonical);
        return index.GetValueOrDefault(url)?.FindLast(definition => version is null || CanonicalVersion.Matches(version, versionOf(definition) ?? string.Empty));
    }
}
