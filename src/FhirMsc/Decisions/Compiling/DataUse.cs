namespace FhirMsc.Decisions.Compiling;

/// <summary>
/// Static analysis of a plan: which variables its expressions read, through other questions too. What nothing reads is not asked of any EHR ("minimum
/// necessary").
/// </summary>
internal static class DataUse
{
    /// <summary>Names of all variables that the actions read in the end.</summary>
    public static HashSet<string> Of(IEnumerable<PlanAction> actions, IReadOnlyList<PlanQuestion> questions)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(actions.SelectMany(action => action.All).SelectMany(Read));
        while (open.TryPop(out var name))
        {
            if (used.Add(name))
            {
                foreach (var read in questions.FirstOrDefault(question => question.Name == name)?.Expression.Variables ?? [])
                {
                    open.Push(read);
                }
            }
        }

        return used;
    }

    private static IEnumerable<string> Read(PlanAction action) =>
        action.Conditions.SelectMany(condition => condition.Expression.Variables)
            .Concat(action.Remarks.SelectMany(remark => remark.Condition.Expression.Variables))
            .Concat(action.DynamicValues.SelectMany(value => value.Expression.Variables))
            .Concat(action.Activity?.DynamicValues.SelectMany(value => value.Expression.Variables) ?? []);
}
