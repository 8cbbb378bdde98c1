using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>Codes for how a study was made.</summary>
internal static class StudyDesigns
{
    private const string Designs = "http://hl7.org/fhir/study-design";

    /// <summary>SEVCO says assignment; other designs stay in words.</summary>
    public static Element Sevco(StudyDesign design) => Datatypes.Concept(
        [
            design.Allocation switch
            {
                Allocation.Randomized => Datatypes.Coding(Designs, "SEVCO:01003", "randomized assignment"),
                Allocation.NonRandomized or Allocation.IntendedRandomized => Datatypes.Coding(Designs, "SEVCO:01005", "Non-randomized assignment"),
                _ => null,
            },
        ],
        StudyWords.Describe(design),
        design.Origin);

    /// <summary>THO's <c>study-type</c>, which R4 and R4B use.</summary>
    public static Element StudyType(StudyDesign design) => Datatypes.Concept(
        [design.StudyType is { } code ? Datatypes.Coding("http://terminology.hl7.org/CodeSystem/study-type", code) : null],
        StudyWords.Describe(design),
        design.Origin);

    /// <summary>What role an arm plays.</summary>
    public static Element ArmType(ArmKind kind)
    {
        var (code, display) = kind switch
        {
            ArmKind.Experimental => ("experimental", "Experimental"),
            ArmKind.ActiveComparator => ("active-comparator", "Active Comparator"),
            ArmKind.PlaceboComparator => ("placebo-comparator", "Placebo Comparator"),
            ArmKind.ShamComparator => ("sham-comparator", "Sham Comparator"),
            ArmKind.NoIntervention => ("no-intervention", "No Intervention"),
            _ => ("other-arm-type", "Other Arm Type"),
        };
        return Datatypes.Concept("http://hl7.org/fhir/research-study-arm-type", code, display);
    }

    /// <summary>Whether an endpoint is primary or secondary; the code system moved between releases.</summary>
    public static Element EndpointType(string codeSystem, EndpointRole role) => Datatypes.Concept(codeSystem, role.ToString().ToLowerInvariant(), role.ToString());
}
