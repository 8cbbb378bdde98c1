using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// One element of the base with what the differential states of it (https://hl7.org/fhir/R4/elementdefinition.html#interpretation): what it does not state
/// stays, constraints and conditions add up, everything else is replaced. Whatever would allow more than the base is reported; it is written down as
/// stated all the same, so that the snapshot shows what the author wrote.
/// </summary>
internal sealed class ElementMerge(SnapshotRun run, SnapshotReport report, StructureDefinition structure)
{
    private readonly TypeMerge types = new(run, report);
    private readonly BindingMerge bindings = new(report);
    private readonly ConstraintMerge constraints = new(report, structure);
    private readonly NarrowingCheck narrowing = new(report);

    /// <summary>Merges.</summary>
    /// <param name="inherited">The element in the base, which sets the limits.</param>
    /// <param name="element">What the element starts from: that in the base, or the root of a profile.</param>
    /// <param name="stated">The element in the differential.</param>
    /// <param name="place">Its place there.</param>
    public ElementDefinition Merge(ElementDefinition inherited, ElementDefinition element, ElementDefinition stated, DifferentialNode place)
    {
        var merged = element with
        {
            StatedMin = stated.StatedMin ?? element.StatedMin,
            StatedMax = stated.StatedMax ?? element.StatedMax,
            Types = types.Merge(inherited, stated, place),
            ContentReference = stated.ContentReference ?? element.ContentReference,
            Binding = bindings.Merge(element.Binding, stated.Binding, place),
            Constraints = constraints.Merge(element.Constraints, stated.Constraints, place),
            Conditions = stated.Conditions.Count == 0 ? element.Conditions : [.. element.Conditions.Union(stated.Conditions, StringComparer.Ordinal)],
            Fixed = stated.Fixed ?? element.Fixed,
            Pattern = stated.Pattern ?? element.Pattern,
            MinValue = stated.MinValue ?? element.MinValue,
            MaxValue = stated.MaxValue ?? element.MaxValue,
            MaxLength = stated.MaxLength ?? element.MaxLength,
            MinLength = stated.MinLength ?? element.MinLength,
            IsModifier = stated.IsModifier || element.IsModifier,
            MustSupport = stated.MustSupport || element.MustSupport,
            IsSummary = stated.IsSummary || element.IsSummary,
            MustHaveValue = stated.MustHaveValue || element.MustHaveValue,
            ValueAlternatives = stated.ValueAlternatives.Count == 0 ? element.ValueAlternatives : stated.ValueAlternatives,
            NarrativeSource = stated.NarrativeSource ?? element.NarrativeSource,
            NarrativeLanguages = stated.NarrativeLanguages.Count == 0 ? element.NarrativeLanguages : stated.NarrativeLanguages,
            SliceName = stated.SliceName ?? element.SliceName,
            SliceIsConstraining = stated.SliceIsConstraining,
            Short = ElementTexts.Continue(element.Short, stated.Short),
            Sources = stated.Sources.Count == 0 ? element.Sources : [.. element.Sources, .. stated.Sources],
        };
        narrowing.Check(inherited, stated, merged, place);
        return merged.Binding is not null && !BindingMerge.IsBindable(merged) ? merged with { Binding = null } : merged;
    }
}
