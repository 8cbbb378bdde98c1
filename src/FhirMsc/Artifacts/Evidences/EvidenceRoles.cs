using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>Which arms a result is about and in which role.</summary>
internal static class EvidenceRoles
{
    private const string Reference = "referenceExposure";

    /// <summary>The two arms that a result compares, when it is clear which of them is the reference; else <see langword="null"/>.</summary>
    public static (Arm Exposed, Arm Reference)? Compared(Study study, Outcome outcome)
    {
        var arms = Arms(study, outcome);
        return arms.Count == 2 && arms.Count(arm => arm.Role == Reference) == 1
            ? (arms.First(arm => arm.Role != Reference).Arm, arms.First(arm => arm.Role == Reference).Arm)
            : null;
    }

    /// <summary>
    /// The arms of a result with their <c>variable-role</c>. A comparator is the reference only where the result compares and the page leaves no doubt which
    /// way: one effect without a named reference arm, and no arm is called the reference.
    /// </summary>
    public static IReadOnlyList<(Arm Arm, string Role, string Display)> Arms(Study study, Outcome outcome)
    {
        var named = outcome.Results.Select(result => result.Arm)
            .Concat(outcome.Effects.SelectMany(effect => new[] { effect.ComparedArm, effect.ReferenceArm }.OfType<string>()))
            .ToHashSet(StringComparer.Ordinal);
        var arms = study.Arms.Where(arm => named.Count == 0 || named.Contains(arm.Id)).ToList();
        var isOriented = arms.Count > 1 && named.Count > 0 && outcome.Effects.All(effect => effect.ReferenceArm is not null);
        return [.. arms.Select(arm => IsReference(arm) ? (arm, Reference, "reference exposure") : (arm, "exposure", "exposure"))];

        bool IsReference(Arm arm) => isOriented && (outcome.Effects.Count > 0
            ? outcome.Effects.Any(effect => effect.ReferenceArm == arm.Id)
            : arm.Kind is ArmKind.ActiveComparator or ArmKind.PlaceboComparator or ArmKind.ShamComparator or ArmKind.NoIntervention);
    }
}
