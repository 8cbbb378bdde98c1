using System.Text;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// Makes the packs that are embedded in this library, and the list of element names, from FHIR packages. Same packages, same bytes.
/// </summary>
public static class DefinitionPacker
{
    /// <summary>Makes one pack for each release whose core definitions are among the packages.</summary>
    /// <param name="packages">Core packages, and others for the same releases: expansions, extensions, terminology. The order does not matter.</param>
    /// <param name="listing">Given code systems and value sets, tells whether all codes of a value set can be listed from them, so that its published list can be left out.</param>
    /// <param name="issues">Takes what is wrong with the definitions.</param>
    /// <returns>The packs, oldest release first.</returns>
    public static IReadOnlyList<PackedRelease> Pack(IReadOnlyCollection<FhirPackage> packages, Func<IDefinitionSource, Func<ValueSetDefinition, bool>> listing, ICollection<Issue> issues)
    {
        List<PackedRelease> packed = [];
        foreach (var release in FhirRelease.All)
        {
            if (ReleasePackages.Of(release, packages) is not { } chosen)
            {
                continue;
            }

            var selection = new PackSelection(chosen, listing);
            var content = PackLayout.Arrange(selection.Structures(), selection.ValueSets(), selection.CodeSystems());
            foreach (var issue in selection.Issues)
            {
                issues.Add(issue);
            }

            packed.Add(new PackedRelease(release, PackWriter.Write(content), content.Structures.Count, content.ValueSets.Count, content.CodeSystems.Count));
        }

        return packed;
    }

    /// <summary>
    /// The list of element names for <see cref="Json.NameTable"/>: every name that an element of the packed releases has, choices also with each of their
    /// types, and <c>resourceType</c>; sorted, one a line.
    /// </summary>
    /// <param name="packed">The packs of all releases.</param>
    /// <returns>The text of <c>Json/names.txt</c>, in UTF-8.</returns>
    public static byte[] Names(IEnumerable<PackedRelease> packed)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { "resourceType" };
        foreach (var release in packed)
        {
            var pack = new DefinitionPack(release.Pack);
            foreach (var element in pack.Structures.Select(summary => pack.FindStructure(summary.Url)!).SelectMany(ElementsOf))
            {
                names.UnionWith(NamesOf(element));
            }
        }

        return Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + '\n')));
    }

    private static IEnumerable<ElementDefinition> ElementsOf(StructureDefinition structure) => structure.IsProfile ? [] : (structure.Snapshot ?? []).Skip(1);

    private static IEnumerable<string> NamesOf(ElementDefinition element) =>
        !element.IsChoice ? [element.Name] : element.Types.Select(type => element.Name + char.ToUpperInvariant(type.TypeName[0]) + type.TypeName[1..]).Prepend(element.Name);
}
