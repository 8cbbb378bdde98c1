using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Whether an element of a differential only narrows: a resource that conforms to a profile must conform to its base (https://hl7.org/fhir/R4/profiling.html#limitations).</summary>
internal sealed class NarrowingCheck(SnapshotReport report)
{
    /// <summary>Reports what allows more than the base, or nothing at all.</summary>
    /// <param name="element">The element in the base.</param>
    /// <param name="stated">What the differential states.</param>
    /// <param name="merged">Both together.</param>
    /// <param name="place">Its place in the differential.</param>
    public void Check(ElementDefinition element, ElementDefinition stated, ElementDefinition merged, DifferentialNode place)
    {
        // A slice may be less often than its element as a whole: the least number of that is for all slices together.
        if (stated.StatedMin < element.Min && (stated.SliceName is null || element.SliceName == stated.SliceName))
        {
            report.Add(SnapshotIssues.MinLowered, place.Index, "min", place, stated.StatedMin, element.Min);
        }

        if (stated.StatedMax > element.Max)
        {
            report.Add(SnapshotIssues.MaxRaised, place.Index, "max", place, stated.StatedMax == int.MaxValue ? "*" : stated.StatedMax, element.Max);
        }

        if (merged.Min > merged.Max)
        {
            report.Add(SnapshotIssues.MinAboveMax, place.Index, stated.StatedMin is null ? "max" : "min", place, merged.Min, merged.Max);
        }

        if (stated.MaxLength > element.MaxLength)
        {
            report.Add(SnapshotIssues.LimitWidened, place.Index, "maxLength", place, "greatest length", stated.MaxLength, element.MaxLength);
        }

        Value("fixed value", "fixed[x]", stated.Fixed, merged, place);
        Value("pattern", "pattern[x]", stated.Pattern, merged, place);
        Value("least value", "minValue[x]", stated.MinValue, merged, place, isLimit: true);
        Value("greatest value", "maxValue[x]", stated.MaxValue, merged, place, isLimit: true);
        Changed("fixed value", "fixed[x]", stated.Fixed, element.Fixed ?? element.Pattern, place);
        Changed("pattern", "pattern[x]", stated.Pattern, element.Fixed ?? element.Pattern, place);
        Widened("least value", "minValue[x]", stated.MinValue, element.MinValue, -1, place);
        Widened("greatest value", "maxValue[x]", stated.MaxValue, element.MaxValue, 1, place);
    }

    private void Changed(string what, string property, ElementValue? value, ElementValue? before, DifferentialNode place)
    {
        if (value is not null && before is not null && value.TypeName == before.TypeName && Contradiction.Between(before.Node, value.Node) is { } found)
        {
            report.Add(SnapshotIssues.ValueChanged, place.Index, property, place, what, found.Stated, found.Base);
        }
    }

    private void Widened(string what, string property, ElementValue? value, ElementValue? before, int way, DifferentialNode place)
    {
        if (value is not null && before is not null && Contradiction.Compare(value, before) is { } order && Math.Sign(order) == way)
        {
            report.Add(SnapshotIssues.LimitWidened, place.Index, property, place, what, value.Node.Text, before.Node.Text);
        }
    }

    /// <summary>A value has the type of its element. A limit may also be a Quantity that is counted from now (R4, ElementDefinition.minValue[x]).</summary>
    private void Value(string what, string property, ElementValue? value, ElementDefinition merged, DifferentialNode place, bool isLimit = false)
    {
        if (value is not null && merged.Types.Count > 0 && !merged.Types.Any(type => type.TypeName == value.TypeName) && !(isLimit && value.TypeName == "Quantity"))
        {
            report.Add(SnapshotIssues.ValueType, place.Index, property, place, value.TypeName, what, string.Join(", ", merged.Types.Select(type => type.TypeName).Distinct()));
        }
    }
}
