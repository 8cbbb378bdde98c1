using System.Collections.Concurrent;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// The definitions in packages, compiled when asked for. Where several packages define the same URL and version, the first package wins; without a version,
/// the first package that has the URL wins. Safe to use from several threads.
/// </summary>
public sealed class PackageDefinitions : IDefinitionSource
{
    private readonly Dictionary<string, List<Source>> structures;
    private readonly Dictionary<string, List<Source>> valueSets;
    private readonly Dictionary<string, List<Source>> codeSystems;
    private readonly Dictionary<string, List<Source>> conceptMaps;
    private readonly ConcurrentDictionary<object, object?> compiled = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<Issue> issues = new();

    /// <param name="packages">The packages, in order of precedence.</param>
    public PackageDefinitions(params IEnumerable<FhirPackage> packages)
    {
        var all = packages.SelectMany(package => package.Entries.Where(entry => entry.Url is not null).Select(entry => new Source(package, entry))).ToList();
        structures = Index(all, "StructureDefinition");
        valueSets = Index(all, "ValueSet");
        codeSystems = Index(all, "CodeSystem");
        conceptMaps = Index(all, "ConceptMap");
    }

    /// <summary>Whether structures keep what they were read from, see <see cref="StructureDefinition.Read"/>.</summary>
    public bool KeepSources { get; init; }

    /// <summary>What was wrong with the definitions that have been asked for so far.</summary>
    public IReadOnlyCollection<Issue> Issues => issues;

    /// <summary>Canonical URLs of all structures, in ordinal order.</summary>
    public IReadOnlyList<string> StructureUrls => [.. structures.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Canonical URLs of all value sets, in ordinal order.</summary>
    public IReadOnlyList<string> ValueSetUrls => [.. valueSets.Keys.Order(StringComparer.Ordinal)];

    /// <summary>URLs of all code systems, in ordinal order.</summary>
    public IReadOnlyList<string> CodeSystemUrls => [.. codeSystems.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical) => Find(structures, canonical, (resource, found) => StructureDefinition.Read(resource, found, KeepSources));

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => Find(valueSets, canonical, ValueSetDefinition.Read);

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => Find(codeSystems, canonical, CodeSystemDefinition.Read);

    /// <inheritdoc/>
    public ConceptMapDefinition? FindConceptMap(string canonical) => Find(conceptMaps, canonical, ConceptMapDefinition.Read);

    private static Dictionary<string, List<Source>> Index(List<Source> all, string resourceType) =>
        all.Where(source => source.Entry.ResourceType == resourceType)
            .GroupBy(source => source.Entry.Url!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    private T? Find<T>(Dictionary<string, List<Source>> index, string canonical, Func<Node, ICollection<Issue>, T?> read)
        where T : class
    {
        var (url, version) = CanonicalVersion.Split(canonical);
        return index.GetValueOrDefault(url)?.Find(source => version is null || CanonicalVersion.Matches(version, source.Entry.Version ?? string.Empty)) is { } found
            ? (T?)compiled.GetOrAdd(found, _ => Compile(found, read))
            : null;
    }

    private T? Compile<T>(Source source, Func<Node, ICollection<Issue>, T?> read)
        where T : class
    {
        var result = source.Package.Read(source.Entry);
        List<Issue> found = [.. result.Issues];
        var definition = result.Tree is { } tree ? read(tree.Root, found) : null;
        found.ForEach(issues.Enqueue);
        return definition;
    }

    private sealed record Source(FhirPackage Package, PackageEntry Entry);
}
