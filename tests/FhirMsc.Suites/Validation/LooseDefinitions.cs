using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Suites.Validation;

/// <summary>Definitions from single files.</summary>
internal sealed class LooseDefinitions : IDefinitionSource
{
    private readonly List<StructureDefinition> structures = [];
    private readonly List<ValueSetDefinition> valueSets = [];
    private readonly List<CodeSystemDefinition> codeSystems = [];

    public LooseDefinitions(IEnumerable<Node> resources)
    {
        List<Issue> issues = [];
        foreach (var resource in resources)
        {
            Add(structures, StructureDefinition.Read, "StructureDefinition", resource, issues);
            Add(valueSets, ValueSetDefinition.Read, "ValueSet", resource, issues);
            Add(codeSystems, CodeSystemDefinition.Read, "CodeSystem", resource, issues);
        }
    }

    public StructureDefinition? FindStructure(string canonical) => Find(structures, canonical, structure => (structure.Url, structure.Version));

    public ValueSetDefinition? FindValueSet(string canonical) => Find(valueSets, canonical, valueSet => (valueSet.Url, valueSet.Version));

    public CodeSystemDefinition? FindCodeSystem(string canonical) => Find(codeSystems, canonical, system => (system.Url, system.Version));

    private static void Add<T>(List<T> list, Func<Node, ICollection<Issue>, T?> read, string type, Node resource, List<Issue> issues)
        where T : class
    {
        if (resource.ResourceType == type && read(resource, issues) is { } definition)
        {
            list.Add(definition);
        }
    }

    /// <summary>What is loaded last counts most: the files that define the profile come behind the supporting ones.</summary>
    private static T? Find<T>(List<T> list, string canonical, Func<T, (string Url, string? Version)> key)
        where T : class
    {
        var (url, version) = CanonicalVersion.Split(canonical);
        return list.FindLast(item => key(item).Url == url && (version is null || CanonicalVersion.Matches(version, key(item).Version ?? string.Empty)));
    }
}
