namespace FhirMsc.Decisions;

/// <summary>How the actions of a group belong together, in FHIR's own codes (PlanDefinition.action, the five behaviours); <see langword="null"/> where the plan says nothing.</summary>
/// <param name="Grouping"><c>visual-group</c>, <c>logical-group</c> or <c>sentence-group</c>.</param>
/// <param name="Selection"><c>any</c>, <c>all</c>, <c>all-or-none</c>, <c>exactly-one</c>, <c>at-most-one</c> or <c>one-or-more</c>.</param>
/// <param name="Required"><c>must</c>, <c>could</c> or <c>must-unless-documented</c>.</param>
/// <param name="Precheck"><c>yes</c> or <c>no</c>.</param>
/// <param name="Cardinality"><c>single</c> or <c>multiple</c>.</param>
public sealed record ActionBehaviors(string? Grouping, string? Selection, string? Required, string? Precheck, string? Cardinality)
{
    /// <summary>The plan says nothing.</summary>
    public static ActionBehaviors None { get; } = new(null, null, null, null, null);

    /// <summary>
    /// Whether the actions below are taken all together or not at all: "all" and "all-or-none" of the selection behaviour, and a sentence group, which is one
    /// statement with its parts.
    /// </summary>
    public bool IsOneChoice => Selection is "all" or "all-or-none" || Grouping is "sentence-group";

    /// <summary>Whether at most one of the actions below may be taken.</summary>
    public bool IsExclusive => Selection is "exactly-one" or "at-most-one";

    /// <summary>Whether the action is the one to take unless there is a reason against it: it is required, or most are expected to take it.</summary>
    public bool IsRecommended => Precheck == "yes" || Required is "must" or "must-unless-documented";
}
