namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Gives every definition its block: few, so that they compress well, but cut so that a look-up decompresses little beside what it needs.</summary>
internal static class PackLayout
{
    private const int ResourcesInBlock = 40;
    private const int ProfilesInBlock = 30;
    private const int ExtensionsInBlock = 250;
    private const int ValueSetsInBlock = 500;
    private const int SmallCodeSystem = 100;

    public static PackContent Arrange(IReadOnlyList<StructureDefinition> structures, IReadOnlyList<ValueSetDefinition> valueSets, IReadOnlyList<CodeSystemDefinition> codeSystems)
    {
        // Block 0 holds what the others share.
        var next = 1;
        return new PackContent
        {
            Structures = Cut(structures, structure => structure.Url, SortOf, SizeOf, ref next),
            ValueSets = Cut(valueSets, valueSet => valueSet.Url, _ => 0, _ => ValueSetsInBlock, ref next),
            CodeSystems = Cut(codeSystems, system => system.Url, system => system.Concepts.Count <= SmallCodeSystem ? 0 : 1, sort => sort == 0 ? int.MaxValue : 1, ref next),
        };
    }

    /// <summary>Types first, then resources, profiles, extensions.</summary>
    private static int SortOf(StructureDefinition structure) => structure switch
    {
        { IsExtension: true } => 4,
        { IsProfile: true } => 3,
        { Kind: StructureKind.Resource, IsAbstract: false } => 2,
        _ => 1,
    };

    private static int SizeOf(int sort) => sort switch { 2 => ResourcesInBlock, 3 => ProfilesInBlock, 4 => ExtensionsInBlock, _ => int.MaxValue };

    private static List<PackItem<T>> Cut<T>(IReadOnlyList<T> values, Func<T, string> urlOf, Func<T, int> sortOf, Func<int, int> sizeOf, ref int next)
    {
        List<PackItem<T>> items = [];
        foreach (var sort in values.GroupBy(sortOf).OrderBy(group => group.Key))
        {
            foreach (var chunk in sort.OrderBy(urlOf, StringComparer.Ordinal).Chunk(sizeOf(sort.Key)))
            {
                var block = next++;
                items.AddRange(chunk.Select((value, place) => new PackItem<T>(value, block, place)));
            }
        }

        return [.. items.OrderBy(item => urlOf(item.Value), StringComparer.Ordinal)];
    }
}
