using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Sorts differentials into the order of the base, which is the order that a snapshot needs (https://hl7.org/fhir/R4/structuredefinition.html: elements of a differential stand in the order of the snapshot).</summary>
public static class DifferentialOrder
{
    /// <summary>Sorts the differential of a structure.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="definitions">Where its base, types and profiles are looked up; what is not found keeps its order.</param>
    /// <returns>The structure with its differential sorted: siblings in the order of the base, an element in front of its slices, everything behind what it stands below. Elements that the base does not have stay behind all others.</returns>
    public static StructureDefinition Sort(StructureDefinition structure, IDefinitionSource definitions)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(definitions);
        return structure.Differential is { Count: > 1 } differential
            ? structure with { Differential = new DifferentialSort(new SnapshotGenerator(definitions), definitions, structure).Sort(differential) }
            : structure;
    }
}
