using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// The slices that the id of an element names on the way to it (https://hl7.org/fhir/R4/elementdefinition.html#id: every step of the path, each with its slice
/// behind a colon). Ids that do not spell the path name none.
/// </summary>
internal sealed class IdSlices
{
    private readonly string[] parts = [];
    private readonly string[] steps;

    public IdSlices(ElementDefinition element, string[] steps)
    {
        this.steps = steps;
        if (element.Id.Contains(':', StringComparison.Ordinal) && element.Id.Split('.') is var found && found.Length == steps.Length)
        {
            parts = found;
        }
    }

    /// <summary>The slice at a step; <see langword="null"/> if the id names none there.</summary>
    public string? this[int depth] =>
        parts.Length > 0 && parts[depth] is var part && part.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && part.AsSpan(0, colon).SequenceEqual(steps[depth]) ? part[(colon + 1)..] : null;

    /// <summary>Whether what the id says at a step does not speak against a node.</summary>
    public bool Fit(int depth, DifferentialNode node) => this[depth] is not { } slice || slice == node.SliceName || slice == node.IdSlice;
}
