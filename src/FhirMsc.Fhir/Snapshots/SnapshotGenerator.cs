using System.Runtime.CompilerServices;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// Makes snapshots: what a structure says in its differential, laid over all that its base says (https://hl7.org/fhir/R4/profiling.html#snapshot). Bases and
/// profiles of types that have no snapshot get theirs on the way. Results are kept as long as the structure they are of. Safe to use from several threads.
/// </summary>
/// <param name="definitions">Where bases, types and profiles are looked up.</param>
public sealed class SnapshotGenerator(IDefinitionSource definitions)
{
    private readonly ConditionalWeakTable<StructureDefinition, SnapshotResult> known = [];
    private readonly ConditionalWeakTable<IReadOnlyList<ElementDefinition>, ElementNode> trees = [];

    /// <summary>Makes the snapshot of a structure from its differential, even if it has one already; without a differential, the snapshot it has stays.</summary>
    /// <param name="structure">The structure. It need not be among the definitions.</param>
    /// <returns>The structure with its snapshot, and what is wrong with it.</returns>
    public SnapshotResult Generate(StructureDefinition structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return known.TryGetValue(structure, out var result) ? result : new SnapshotRun(definitions, this).Generate(structure);
    }

    /// <summary>What is known of a structure already.</summary>
    internal SnapshotResult? Known(StructureDefinition structure) => known.TryGetValue(structure, out var result) ? result : null;

    /// <summary>Keeps a result; of two threads' results, which are equal, the first stays.</summary>
    internal SnapshotResult Keep(StructureDefinition structure, SnapshotResult result) => known.GetValue(structure, _ => result);

    /// <summary>A snapshot as a tree; <see langword="null"/> for one without elements.</summary>
    internal ElementNode? TreeOf(IReadOnlyList<ElementDefinition> snapshot)
    {
        if (!trees.TryGetValue(snapshot, out var tree) && ElementTree.Build(snapshot) is { } built)
        {
            tree = trees.GetValue(snapshot, _ => built);
        }

        return tree;
    }
}
