using FhirMsc.Decisions;

namespace FhirMsc.Cases;

/// <summary>Compares an answer with the one that a case expects.</summary>
internal static class CaseCheck
{
    /// <summary>Adds what differs.</summary>
    public static void Compare(DecisionCase expected, AppliedPlan applied, List<string> faults)
    {
        var answer = Answer(applied);
        if (answer != expected.Expect)
        {
            faults.Add($"expected {Word(expected.Expect)}, got {Word(answer)}");
            return;
        }

        var remarks = applied.Actions.SelectMany(action => action.Remarks).ToList();
        if (remarks.Count != expected.Says.Count || expected.Says.Any(part => !remarks.Any(remark => remark.Contains(part, StringComparison.Ordinal))))
        {
            faults.Add($"expected {expected.Says.Count} added lines ({string.Join(", ", expected.Says)}), got {remarks.Count}");
        }

        var untold = applied.Undecided.Concat(applied.Actions.SelectMany(action => action.Notes)).Select(one => one.What).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!untold.SequenceEqual(expected.Untold.Order(StringComparer.Ordinal)))
        {
            faults.Add($"expected not to be told: {List(expected.Untold)}; got {List(untold)}");
        }

        if (expected.Removes is { } removes)
        {
            var removed = applied.Actions.SelectMany(action => action.Actions).Where(action => action.Type == "remove").SelectMany(action => action.Resources).Select(resource => $"{resource.ResourceType}/{resource.Child("id").Text}").ToList();
            if (!removed.Order(StringComparer.Ordinal).SequenceEqual(removes.Order(StringComparer.Ordinal)))
            {
                faults.Add($"expected to be removed: {List(removes)}; got {List(removed)}");
            }
        }
    }

    /// <summary>A plan's first action is its advice; others are hints.</summary>
    private static ExpectedAnswer Answer(AppliedPlan applied)
    {
        var advises = applied.Actions.Any(action => action.Id == applied.Plan?.Actions[0].Id);
        return (advises, applied.Actions.Count) switch
        {
            (true, 1) => ExpectedAnswer.Card,
            (true, _) => ExpectedAnswer.CardAndHint,
            (false, > 0) => ExpectedAnswer.Hint,
            _ => applied.Undecided.Count > 0 ? ExpectedAnswer.CannotTell : ExpectedAnswer.Silence,
        };
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);

    private static string Word(ExpectedAnswer answer) => answer switch
    {
        ExpectedAnswer.Card => "a card",
        ExpectedAnswer.CardAndHint => "a card and a hint",
        ExpectedAnswer.Hint => "a hint",
        ExpectedAnswer.Silence => "silence",
        _ => "\"cannot tell\"",
    };
}
