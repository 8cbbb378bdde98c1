using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>The binding of an element (https://hl7.org/fhir/R4/terminologies.html#strength): it may only become stricter. What it does not state, the value set or the bounds on it, stays as in the base.</summary>
internal sealed class BindingMerge(SnapshotReport report)
{
    /// <summary>The types that hold a code (https://hl7.org/fhir/R5/terminologies.html#4.1): a binding of anything else, as of the reference in a choice, says nothing.</summary>
    private static readonly FrozenSet<string> Bindable = new[]
    {
        "code", "Coding", "CodeableConcept", "CodeableReference", "Quantity", "string", "uri", "url", "canonical", "Age", "Count", "Distance", "Duration", "Money", "Element", "DataType", "*",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a binding can mean something for an element. Types of logical models are not known here, so they may be bound.</summary>
    public static bool IsBindable(ElementDefinition element) =>
        element.Types.Count == 0 || element.Types.Any(type => Bindable.Contains(type.TypeName) || type.TypeName.Contains(':', StringComparison.Ordinal));

    public ElementBinding? Merge(ElementBinding? binding, ElementBinding? stated, DifferentialNode place)
    {
        if (binding is null || stated is null)
        {
            return stated ?? binding;
        }

        if (binding.Strength == BindingStrength.Required && stated.Strength != BindingStrength.Required)
        {
            report.Add(SnapshotIssues.BindingLoosened, place.Index, "binding.strength", place, Word(stated.Strength), Word(binding.Strength));
        }

        return stated with
        {
            ValueSet = stated.ValueSet ?? binding.ValueSet,
            MaxValueSet = stated.MaxValueSet ?? binding.MaxValueSet,
            MinValueSet = stated.MinValueSet ?? binding.MinValueSet,
            Additional = [.. binding.Additional.Where(other => !stated.Additional.Any(own => own.Purpose == other.Purpose && own.ValueSet == other.ValueSet)), .. stated.Additional],
        };
    }

    private static string Word(BindingStrength strength) => strength.ToString().ToLowerInvariant();
}
