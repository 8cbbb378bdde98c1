using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>A source whose structures have a snapshot whatever the source behind it had: where there is only a differential, the snapshot is generated when first asked for.</summary>
public sealed class SnapshotSource : IDefinitionSource
{
    private readonly IDefinitionSource inner;
    private readonly SnapshotGenerator generator;

    /// <param name="inner">The source behind.</param>
    public SnapshotSource(IDefinitionSource inner)
    {
        this.inner = inner;
        generator = new SnapshotGenerator(inner);
    }

    /// <summary>What was wrong with a structure of this source when its snapshot was made.</summary>
    /// <param name="canonical">Canonical URL, with or without <c>|version</c>.</param>
    /// <returns>The result; <see langword="null"/> if the source has no such structure. No issues for structures that came with a snapshot.</returns>
    public SnapshotResult? Explain(string canonical) => inner.FindStructure(canonical) switch
    {
        null => null,
        { Snapshot: null } structure => generator.Generate(structure),
        var structure => new SnapshotResult(structure, []),
    };

    /// <summary>Finds a structure.</summary>
    /// <param name="canonical">Canonical URL, with or without <c>|version</c>.</param>
    /// <returns>The structure, with a snapshot if one can be made: without its base it has none. <see langword="null"/> if there is no such structure.</returns>
    public StructureDefinition? FindStructure(string canonical)
    {
        var found = inner.FindStructure(canonical);
        return found is { Snapshot: null } ? generator.Generate(found).Structure ?? found : found;
    }

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => inner.FindValueSet(canonical);

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => inner.FindCodeSystem(canonical);
}
