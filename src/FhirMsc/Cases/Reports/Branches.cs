using FhirMsc.Decisions;

namespace FhirMsc.Cases.Reports;

/// <summary>Which branches of the plans the cases reached: every condition, question and line, met and not met.</summary>
public sealed class Branches
{
    private static readonly string[] Outcomes = ["yes", "no"];

    private readonly HashSet<(string Plan, string Name, string Outcome)> reached = [];

    /// <summary>Notes what an answer went through.</summary>
    public void Reach(AppliedPlan applied)
    {
        ArgumentNullException.ThrowIfNull(applied);
        foreach (var step in applied.Trace)
        {
            reached.Add((applied.Plan!.Id, step.Name, Outcome(step.Outcome)));
        }
    }

    /// <summary>The branches of a plan that nothing reached, in its order.</summary>
    public IEnumerable<string> Missed(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        foreach (var (name, meaning) in plan.BranchNames())
        {
            foreach (var outcome in Outcomes.Where(outcome => !reached.Contains((plan.Id, name, outcome))))
            {
                yield return $"{plan.Id}: {name}, \"{outcome}\"{(meaning is null ? string.Empty : $" ({meaning})")}";
            }
        }
    }

    private static string Outcome(string outcome) => outcome switch
    {
        "true" or "applies" => "yes",
        "false" or "0 found" or "does not apply" => "no",
        _ when outcome.EndsWith(" found", StringComparison.Ordinal) => "yes",
        _ => outcome,
    };
}
