using FhirMsc.Content.Ratings;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>A scheme's format names its axes, and mappings have targets.</summary>
internal sealed class RatingSchemeCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var scheme in guideline.RatingSchemes)
        {
            Format(scheme, "{strength}", scheme.Strength, report);
            Format(scheme, "{evidence}", scheme.Evidence, report);
            Mappings(scheme.Strength, report);
            Mappings(scheme.Evidence, report);
        }
    }

    private static void Format(RatingScheme scheme, string placeholder, RatingAxis? axis, Report report)
    {
        if (scheme.Format.Contains('{', StringComparison.Ordinal) && scheme.Format.Contains(placeholder, StringComparison.Ordinal) == axis is null)
            report.Add(ContentFactIssues.SchemeFormat, scheme.Origin.Path + ".format", scheme.Format, placeholder);
    }

    private static void Mappings(RatingAxis? axis, Report report)
    {
        foreach (var level in axis?.Levels ?? [])
        {
            if (level.Mapping is not { } mapping)
                continue;
            if (axis!.MappedTo is null)
                report.Add(ContentFactIssues.MappingTarget, mapping.Origin.Path, "has no target system");
            if (mapping.Code is null == (mapping.Equivalence != MappingEquivalence.Unmatched))
                report.Add(ContentFactIssues.MappingTarget, mapping.Origin.Path, mapping.Code is null ? "has no code" : "is \"unmatched\" and has a code");
        }
    }
}
