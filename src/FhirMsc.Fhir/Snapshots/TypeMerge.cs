using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>The types of an element: those that the differential states, each of which the base must allow.</summary>
internal sealed class TypeMerge(SnapshotReport report)
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
        if (allowed.Count == 0 || allowed.Any(type => Fits(type, stated)))
        {
            return;
        }

        report.Add(SnapshotIssues.TypeNotAllowed, place.Index, "type", place, stated.TypeName, string.Join(", ", allowed.Select(type => type.TypeName).Distinct()));
    }

    /// <summary>The same type, or one below: every resource is a Resource, everything else an Element.</summary>
    private static bool Fits(TypeReference allowed, TypeReference stated) =>
        allowed.TypeName == stated.TypeName || allowed.Code == stated.Code || allowed.TypeName is "Resource" or "DomainResource" or "Element" or "DataType" or "BackboneElement" or "Base" or "*";
}
