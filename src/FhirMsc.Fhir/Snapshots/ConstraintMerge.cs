using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>The constraints of an element: all of the base's, then those the differential adds. Each says which structure stated it first.</summary>
internal sealed class ConstraintMerge(SnapshotReport report, StructureDefinition structure)
{
    public IReadOnlyList<ElementConstraint> Merge(IReadOnlyList<ElementConstraint> constraints, IReadOnlyList<ElementConstraint> stated, DifferentialNode place)
    {
        if (stated.Count == 0)
        {
            return constraints;
        }

        List<ElementConstraint> all = [.. constraints];
        var known = constraints.GroupBy(constraint => constraint.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var own in stated)
        {
            if (known.TryAdd(own.Key, own))
            {
                all.Add(own.Source is null ? own with { Source = structure.Url } : own);
            }
            else if (known[own.Key].Expression != own.Expression)
            {
                report.Add(SnapshotIssues.ConstraintChanged, place.Index, "constraint", place, own.Key);
            }
        }

        return all;
    }
}
