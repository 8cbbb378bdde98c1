using FhirMsc.Content.Ratings;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>A rating uses levels of its scheme, its parts give what is printed, and what is printed stands in the quotation.</summary>
internal sealed class RatingCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        var schemes = guideline.RatingSchemes.GroupBy(scheme => scheme.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var recommendation in guideline.Recommendations)
        {
            if (recommendation.Rating is not { } rating)
                continue;
            if (rating.Printed.Length > 0 && recommendation.Quotation.Length > 0 && !recommendation.Quotation.Contains(rating.Printed, StringComparison.Ordinal))
                report.Add(ContentFactIssues.RatingNotQuoted, rating.Origin.Path + ".printed", rating.Printed);
            if (schemes.TryGetValue(rating.Scheme, out var scheme))
                Parts(rating, scheme, report);
            else if (rating.Scheme.Length > 0)
                report.Add(ContentFactIssues.UnknownScheme, rating.Origin.Path + ".scheme", rating.Scheme, Nearest.Hint(rating.Scheme, schemes.Keys));
        }
    }

    private static void Parts(Rating rating, RatingScheme scheme, Report report)
    {
        var strength = Level(rating, "strength", rating.Strength, scheme, scheme.Strength, report);
        var evidence = Level(rating, "evidence", rating.Evidence, scheme, scheme.Evidence, report);
        // Guidelines that write their ratings out in words do not always use the same ones; their format names no places for the codes.
        if (!strength || !evidence || rating.Printed.Length == 0 || !scheme.Format.Contains('{', StringComparison.Ordinal))
            return;
        var expected = scheme.Format
            .Replace("{strength}", rating.Strength, StringComparison.Ordinal)
            .Replace("{evidence}", rating.Evidence, StringComparison.Ordinal);
        if (expected != rating.Printed)
            report.Add(ContentFactIssues.RatingContradictsPrint, rating.Origin.Path + ".printed", expected, rating.Printed);
    }

    private static bool Level(Rating rating, string part, string? code, RatingScheme scheme, RatingAxis? axis, Report report)
    {
        if (code is null != axis is null)
        {
            report.Add(ContentFactIssues.RatingParts, rating.Origin.Path, scheme.Id, axis is null ? "does not have" : "needs", part, code is null ? "has none" : $"has \"{code}\"");
            return false;
        }

        if (code is null || axis!.Levels.Any(level => level.Code == code))
            return true;
        report.Add(ContentFactIssues.NotInScheme, $"{rating.Origin.Path}.{part}", code, part, scheme.Id, string.Join(", ", axis.Levels.Select(level => level.Code)));
        return false;
    }
}
