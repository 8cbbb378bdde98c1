using System.Globalization;
using FhirMsc.Content.Studies;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Counts fit into what they are counted in, and percentages follow from counts when rounded to their printed digits.</summary>
internal sealed class ResultCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var study in guideline.Studies)
        {
            foreach (var result in study.Outcomes.SelectMany(outcome => outcome.Results))
                Result(study, result, report);
        }
    }

    private static void Result(Study study, ArmResult result, Report report)
    {
        var path = result.Origin.Path;
        var arm = study.Arms.FirstOrDefault(arm => arm.Id == result.Arm)?.Count;
        if (result.Of > arm)
            report.Add(ContentFactIssues.MoreThanArm, path + ".of", result.Of, result.Arm, arm);
        if (result.Affected > (result.Of ?? arm))
            report.Add(ContentFactIssues.CountExceeds, path + ".affected", result.Affected, result.Of ?? arm);
        if (result.Percentage is not { } percentage)
            return;
        if (result.Of is not { } of)
            report.Add(ContentFactIssues.PercentageAlone, path + ".percentage", percentage);
        else if (of == 0 || !Follows(result.Affected, of, percentage))
            report.Add(ContentFactIssues.PercentageContradicts, path + ".percentage", result.Affected, of, Exact(result.Affected, of, percentage.Decimals), percentage);
    }

    /// <summary>Whether the exact percentage rounds to the printed one. A percentage that lies exactly between two may be rounded either way.</summary>
    private static bool Follows(int affected, int of, PrintedDecimal printed)
    {
        // |100·a/n − p| ≤ ½·10^−d, without division: |100·a − p·n| ≤ n/2·10^−d.
        var difference = Math.Abs((100m * affected) - (printed.Value * of));
        return difference * 2 * Power(printed.Decimals) <= of;
    }

    private static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < Math.Min(decimals, 12); i++)
            power *= 10;
        return power;
    }

    private static string Exact(int affected, int of, int decimals) =>
        of == 0 ? "undefined" : Math.Round(100m * affected / of, Math.Min(decimals + 1, 12)).ToString(CultureInfo.InvariantCulture);
}
