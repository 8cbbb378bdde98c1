using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Studies;

namespace FhirMsc.Content.Reading.Checks;

/// <summary>Arms add up to the participants, subgroups to their arm, and outcomes name arms and endpoints that are there.</summary>
internal sealed class ArmCheck : IContentCheck
{
    /// <inheritdoc/>
    public void Check(Guideline guideline, Report report)
    {
        foreach (var study in guideline.Studies)
        {
            if (study.Enrolled is { } enrolled)
                Total(study, enrolled, report);
            foreach (var arm in study.Arms.Where(arm => arm.Count is not null && arm.Subgroups.Count > 0))
            {
                var sum = arm.Subgroups.Sum(subgroup => (long)subgroup.Count);
                if (sum != arm.Count)
                    report.Add(ContentFactIssues.SubgroupsTotal, arm.Origin.Path + ".subgroups", sum, arm.Count);
            }

            foreach (var outcome in study.Outcomes)
                Names(study, outcome, report);
        }
    }

    private static void Total(Study study, int enrolled, Report report)
    {
        var sum = study.Arms.Sum(arm => (long)(arm.Count ?? 0));
        var complete = study.Arms.Count > 0 && study.Arms.All(arm => arm.Count is not null);
        if (complete ? sum != enrolled : sum > enrolled)
            report.Add(ContentFactIssues.ArmsTotal, study.Origin.Path + ".enrolled", sum, enrolled);
    }

    private static void Names(Study study, Outcome outcome, Report report)
    {
        var arms = study.Arms.Select(arm => arm.Id).ToHashSet(StringComparer.Ordinal);
        var endpoints = study.Endpoints.Select(endpoint => endpoint.Id).ToHashSet(StringComparer.Ordinal);
        if (outcome.Endpoint is { } name && !endpoints.Contains(name))
            report.Add(ContentFactIssues.UnknownEndpoint, outcome.Origin.Path + ".endpoint", name, Nearest.Hint(name, endpoints));
        foreach (var result in outcome.Results)
            Arm(result.Arm, result.Origin.Path + ".arm");
        foreach (var effect in outcome.Effects)
        {
            Arm(effect.ComparedArm, effect.Origin.Path + ".comparedArm");
            Arm(effect.ReferenceArm, effect.Origin.Path + ".referenceArm");
        }

        void Arm(string? arm, string path)
        {
            if (arm is { Length: > 0 } && !arms.Contains(arm))
                report.Add(ContentFactIssues.UnknownArm, path, arm, Nearest.Hint(arm, arms));
        }
    }
}
