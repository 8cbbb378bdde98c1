using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// Decides what goes into a release's pack: every structure of the core package that has a snapshot, every extension of the extensions packages, the
/// value sets that they bind as required, extensible (or name as the widest or narrowest) or preferred, and those value sets' code systems; of value sets that
/// are bound as an example only the code systems, for a code that does not exist is wrong whatever the binding. What no error depends on must be small.
/// </summary>
internal sealed class PackSelection
{
    /// <summary>As many codes a value set that is only preferred may list, and a code system that only examples use may have.</summary>
    private const int SmallValueSet = 1000, SmallCodeSystem = 100;

    private readonly PackageDefinitions core;
    private readonly PackageDefinitions extensions;
    private readonly PackageDefinitions all;
    private readonly PackageDefinitions expansions;
    private readonly List<StructureDefinition> structures = [];
    private readonly SortedDictionary<string, ValueSetDefinition> valueSets = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CodeSystemDefinition> codeSystems = new(StringComparer.Ordinal);
    private readonly HashSet<(string System, string Property)> filtered = [];
    private readonly HashSet<string> strict;
    private readonly Func<IDefinitionSource, Func<ValueSetDefinition, bool>> listing;

    public PackSelection(ReleasePackages packages, Func<IDefinitionSource, Func<ValueSetDefinition, bool>> listing)
    {
        this.listing = listing;
        core = new PackageDefinitions(packages.Core);
        extensions = new PackageDefinitions(packages.Extensions);
        expansions = new PackageDefinitions(packages.Expansions);
        all = new PackageDefinitions([packages.Core, .. packages.Extensions, .. packages.Others]);
        SelectStructures();
        var elements = structures.SelectMany(structure => structure.Snapshot!).ToList();
        Select(elements.SelectMany(StrictValueSets), int.MaxValue);
        strict = [.. valueSets.Keys];
        Select(elements.SelectMany(element => Bound(element, BindingStrength.Preferred)), SmallValueSet);
        foreach (var include in valueSets.Values.SelectMany(valueSet => valueSet.Includes.Concat(valueSet.Excludes)))
        {
            filtered.UnionWith(include.Filters.Select(filter => (include.System ?? string.Empty, filter.Property)));
            SelectCodeSystem(include, int.MaxValue);
        }

        var examples = elements.SelectMany(element => Bound(element, BindingStrength.Example)).Select(all.FindValueSet).OfType<ValueSetDefinition>();
        foreach (var include in examples.SelectMany(valueSet => valueSet.Includes))
        {
            SelectCodeSystem(include, SmallCodeSystem);
        }
    }

    public IEnumerable<Issue> Issues => core.Issues.Concat(extensions.Issues).Concat(all.Issues).Concat(expansions.Issues);

    public IReadOnlyList<StructureDefinition> Structures() => structures;

    /// <summary>The value sets. One whose codes can be worked out from the code systems in the pack is kept without the list; else the list comes from an expansions package, if one has all of it and an error may depend on it.</summary>
    public IReadOnlyList<ValueSetDefinition> ValueSets()
    {
        var isListed = listing(new SelectionSource(valueSets, codeSystems));
        return [.. valueSets.Values.Select(valueSet => valueSet with { Expansion = isListed(valueSet) || !strict.Contains(valueSet.Url) ? null : PublishedExpansion(valueSet) })];
    }

    public IReadOnlyList<CodeSystemDefinition> CodeSystems() => [.. codeSystems.Values.Select(Slim)];

    private void SelectStructures()
    {
        foreach (var url in core.StructureUrls.Union(extensions.StructureUrls).Order(StringComparer.Ordinal))
        {
            var structure = ExtensionFamilies.Has(url) ? extensions.FindStructure(url) ?? core.FindStructure(url) : core.FindStructure(url) ?? extensions.FindStructure(url);
            if (structure?.Snapshot is { } snapshot)
            {
                structures.Add(structure with { Differential = null, Snapshot = [.. snapshot.Select(element => element with { Short = null })] });
            }
        }
    }

    /// <summary>Value sets that a code must be in.</summary>
    private static IEnumerable<string> StrictValueSets(ElementDefinition element)
    {
        if (element.Binding is not { } binding)
        {
            return [];
        }

        var named = binding.Additional.Select(additional => additional.ValueSet).Append(binding.MaxValueSet).Append(binding.MinValueSet);
        return (binding.Strength <= BindingStrength.Extensible ? named.Append(binding.ValueSet) : named).OfType<string>();
    }

    private static string[] Bound(ElementDefinition element, BindingStrength strength) => element.Binding is { ValueSet: { } url } binding && binding.Strength == strength ? [url] : [];

    private void Select(IEnumerable<string> canonicals, int maxCodes)
    {
        foreach (var canonical in canonicals)
        {
            SelectValueSet(canonical, maxCodes);
        }
    }

    private void SelectValueSet(string canonical, int maxCodes)
    {
        var url = CanonicalVersion.Split(canonical).Url;
        if (valueSets.ContainsKey(url) || (all.FindValueSet(canonical) ?? all.FindValueSet(url)) is not { } valueSet || valueSet.Includes.Sum(include => include.Concepts.Count) > maxCodes)
        {
            return;
        }

        valueSets.Add(url, valueSet with { Expansion = null });
        Select(valueSet.Includes.Concat(valueSet.Excludes).SelectMany(include => include.ValueSets), maxCodes);
    }

    private void SelectCodeSystem(ValueSetInclude include, int maxCodes)
    {
        if (include.System is { } url && !codeSystems.ContainsKey(url) && all.FindCodeSystem(url) is { } system && system.Concepts.Count <= maxCodes)
        {
            codeSystems.Add(url, system);
        }
    }

    private ValueSetExpansion? PublishedExpansion(ValueSetDefinition valueSet) =>
        expansions.FindValueSet(valueSet.Url)?.Expansion is { IsComplete: true } expansion ? expansion : null;

    /// <summary>Of the properties only those stay that a filter in the pack asks for.</summary>
    private CodeSystemDefinition Slim(CodeSystemDefinition system) => system with
    {
        Concepts = [.. system.Concepts.Select(concept => concept with { Properties = [.. concept.Properties.Where(property => filtered.Contains((system.Url, property.Code)))] })],
    };

    private sealed class SelectionSource(IReadOnlyDictionary<string, ValueSetDefinition> valueSets, IReadOnlyDictionary<string, CodeSystemDefinition> codeSystems) : IDefinitionSource
    {
        public StructureDefinition? FindStructure(string canonical) => null;

        public ValueSetDefinition? FindValueSet(string canonical) => Find(valueSets, canonical, valueSet => valueSet.Version);

        public CodeSystemDefinition? FindCodeSystem(string canonical) => Find(codeSystems, canonical, system => system.Version);

        private static T? Find<T>(IReadOnlyDictionary<string, T> definitions, string canonical, Func<T, string?> versionOf)
            where T : class
        {
            var (url, version) = CanonicalVersion.Split(canonical);
            return definitions.GetValueOrDefault(url) is { } found && (version is null || CanonicalVersion.Matches(version, versionOf(found) ?? string.Empty)) ? found : null;
        }
    }
}
