using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>The types of an element: those that the differential states, each of which the base must allow.</summary>
internal sealed class TypeMerge(SnapshotRun run, SnapshotReport report)
{
    public IReadOnlyList<TypeReference> Merge(ElementDefinition element, ElementDefinition stated, DifferentialNode place)
    {
        if (stated.Types.Count == 0)
        {
            return element.Types;
        }

        for (var i = 0; i < stated.Types.Count; i++)
        {
            Check(element.Types, stated.Types[i], place);
        }

        return stated.Types;
    }

    private void Check(IReadOnlyList<TypeReference> allowed, TypeReference stated, DifferentialNode place)
    {
        if (allowed.Count == 0)
        {
            return;
        }

        var fitting = allowed.Where(type => Fits(type, stated)).ToList();
        if (fitting.Count > 0)
        {
            Targets(fitting, stated, place);
            return;
        }

        // A type may also be one that specializes what the base allows (a logical model's types do); of one that is not known nothing can be said.
        if (run.Descends(UrlOf(stated.TypeName), allowed.Select(type => UrlOf(type.TypeName)).ToHashSet(StringComparer.Ordinal)) != false)
        {
            return;
        }

        report.Add(SnapshotIssues.TypeNotAllowed, place.Index, "type", place, stated.TypeName, string.Join(", ", allowed.Select(type => type.TypeName).Distinct()));
    }

    private static string UrlOf(string type) => type.Contains(':', StringComparison.Ordinal) ? type : SnapshotRun.CoreUrl + type;

    /// <summary>Every target that is stated must be one that the base allows, or a profile of one. Of a profile that is not known nothing can be said, so nothing is.</summary>
    private void Targets(List<TypeReference> allowed, TypeReference stated, DifferentialNode place)
    {
        if (stated.TargetProfiles.Count == 0 || allowed.Exists(type => type.TargetProfiles.Count == 0))
        {
            return;
        }

        var targets = allowed.SelectMany(type => type.TargetProfiles).Select(target => CanonicalVersion.Split(target).Url).ToHashSet(StringComparer.Ordinal);
        if (targets.Contains(SnapshotRun.CoreUrl + "Resource"))
        {
            return;
        }

        foreach (var target in stated.TargetProfiles)
        {
            if (run.Descends(target, targets) == false)
            {
                report.Add(SnapshotIssues.TargetNotAllowed, place.Index, "type", place, target, string.Join(", ", targets));
            }
        }
    }

    /// <summary>The same type, or one below: every resource is a Resource, everything else an Element.</summary>
    private static bool Fits(TypeReference allowed, TypeReference stated) =>
        allowed.TypeName == stated.TypeName || allowed.Code == stated.Code || allowed.TypeName is "Resource" or "DomainResource" or "Element" or "DataType" or "BackboneElement" or "Base" or "*";
}
