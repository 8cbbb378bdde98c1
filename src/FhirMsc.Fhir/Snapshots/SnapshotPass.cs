using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Makes the snapshot of one structure: finds its base, turns both into trees, lays one over the other, and writes the result down.</summary>
internal sealed class SnapshotPass
{
    private readonly SnapshotReport report = new();
    private readonly SnapshotRun run;
    private readonly StructureDefinition structure;

    public SnapshotPass(SnapshotRun run, StructureDefinition structure)
    {
        (this.run, this.structure) = (run, structure);
    }

    public SnapshotResult Run()
    {
        // A structure that adds nothing to its base may leave the differential out.
        var differential = structure.Differential ?? [];
        var typeName = structure.Type[(structure.Type.LastIndexOf('/') + 1)..];
        var rootName = differential.Count > 0 ? differential[0].Path.Split('.')[0] : typeName;
        var changes = new DifferentialTree(report).Build(differential, rootName);
        var root = BaseRoot(rootName);
        if (root is null)
        {
            return new SnapshotResult(null, report.Issues);
        }

        if (differential.Count == 0 && structure.IsProfile)
        {
            // A logical model's root need not bear the name of its type.
            rootName = root.Name;
        }

        var merged = new NodeMerge(run, report, structure).Root(root, changes);
        var snapshot = new SnapshotWriter(structure).Write(merged, rootName);
        if (snapshot is null)
        {
            report.AddAt(SnapshotIssues.TooLarge, "StructureDefinition.snapshot", structure.Url, SnapshotLimits.Elements);
        }

        return new SnapshotResult(snapshot is null ? null : structure with { Snapshot = snapshot }, report.Issues);
    }

    private ElementNode? BaseRoot(string rootName)
    {
        if (structure.BaseDefinition is not { } canonical)
        {
            if (structure.IsProfile)
            {
                report.AddAt(SnapshotIssues.NoBase, "StructureDefinition.baseDefinition", structure.Url);
                return null;
            }

            // Element, Resource, Base: what all the others are built on has nothing below it.
            return new ElementNode { Name = rootName, Element = new ElementDefinition { Path = rootName, Id = rootName, StatedMin = 0, StatedMax = int.MaxValue, Base = new ElementBase(rootName, 0, int.MaxValue) } };
        }

        var found = run.Find(canonical, SnapshotIssues.UnknownBase, report, "StructureDefinition.baseDefinition", canonical);
        if (found is not null && structure.IsProfile && found.Type != structure.Type)
        {
            report.AddAt(SnapshotIssues.BaseType, "StructureDefinition.type", structure.Type, canonical, found.Type);
        }

        return run.TreeOf(found);
    }
}
