using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Cli.Snapshots;

/// <summary>The structures that were named, their packages behind them, and behind these what comes with the library.</summary>
internal sealed class SnapshotDefinitions : IDefinitionSource
{
    private readonly IReadOnlyList<IDefinitionSource> sources;
    private readonly Dictionary<SnapshotFile, StructureDefinition> own;

    /// <param name="files">The files.</param>
    /// <param name="sort">Whether to sort their differentials first.</param>
    /// <param name="sources">What stands behind them, in order of precedence.</param>
    public SnapshotDefinitions(IReadOnlyList<SnapshotFile> files, bool sort, IReadOnlyList<IDefinitionSource> sources)
    {
        this.sources = sources;
        own = files.ToDictionary(file => file, file => file.Structure);
        foreach (var file in sort ? files : [])
        {
            own[file] = DifferentialOrder.Sort(file.Structure, this);
        }
    }

    /// <summary>The structure of a file as it is used here.</summary>
    public StructureDefinition Own(SnapshotFile file) => own[file];

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical) =>
        own.Values.FirstOrDefault(structure => structure.Url == canonical || $"{structure.Url}|{structure.Version}" == canonical) ?? First(source => source.FindStructure(canonical));

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => First(source => source.FindValueSet(canonical));

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => First(source => source.FindCodeSystem(canonical));

    private T? First<T>(Func<IDefinitionSource, T?> find)
        where T : class => sources.Select(find).FirstOrDefault(found => found is not null);
}
