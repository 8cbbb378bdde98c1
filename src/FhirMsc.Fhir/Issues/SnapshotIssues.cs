namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong when the snapshot of a structure is made from its differential and its base.</summary>
public static class SnapshotIssues
{
    /// <summary>No differential, no snapshot, no base.</summary>
    public static readonly IssueKind Empty = new("snapshot-no-differential", Severity.Error, "required", "'{0}' has no snapshot, no differential and no base, so nothing says what it is. Add a differential.");

    /// <summary>A base that no source has.</summary>
    public static readonly IssueKind UnknownBase = new("snapshot-unknown-base", Severity.Error, "not-found", "The base '{0}' is not known, so there is no snapshot. Load the package that defines it.");

    /// <summary>A profile without a base.</summary>
    public static readonly IssueKind NoBase = new("snapshot-no-base", Severity.Error, "required", "'{0}' narrows a structure but names none. Add 'baseDefinition'.");

    /// <summary>A structure that is, in the end, its own base, or needs its own snapshot to make it.</summary>
    public static readonly IssueKind Cycle = new("snapshot-cycle", Severity.Error, "business-rule", "The snapshot of '{0}' needs itself: {1}. Break the circle.");

    /// <summary>A structure that this one needs has no snapshot, and none can be made.</summary>
    public static readonly IssueKind Failed = new("snapshot-failed", Severity.Error, "not-found", "'{0}', which this structure builds on, has no snapshot, and none can be made of it: {1}");

    /// <summary>A structure that this one needs has errors of its own.</summary>
    public static readonly IssueKind Dependency = new("snapshot-dependency", Severity.Warning, "incomplete", "'{0}', which this structure builds on, has errors, or builds on something that has; what comes from there may be wrong.");

    /// <summary>A base of another type.</summary>
    public static readonly IssueKind BaseType = new("snapshot-base-type", Severity.Error, "business-rule", "The structure narrows the type '{0}', but its base '{1}' is a {2}. A profile has the type of its base.");

    /// <summary>An element that the base does not have.</summary>
    public static readonly IssueKind UnknownElement = new("snapshot-unknown-element", Severity.Error, "structure", "'{0}' is no element of '{1}'. Correct the path.");

    /// <summary>A path that is none.</summary>
    public static readonly IssueKind BadPath = new("snapshot-bad-path", Severity.Error, "structure", "'{0}' is no path that starts at '{1}': names joined by single dots are due.");

    /// <summary>An element out of the order of the base.</summary>
    public static readonly IssueKind Order = new("snapshot-order", Severity.Error, "structure", "'{0}' stands behind elements that come after it in the base. Sort the differential.");

    /// <summary>An element that stands twice.</summary>
    public static readonly IssueKind Duplicate = new("snapshot-duplicate", Severity.Error, "duplicate", "'{0}' stands twice in the differential. Join the two, or name the slice.");

    /// <summary>A path that is deeper than anything sensible.</summary>
    public static readonly IssueKind TooDeep = new("snapshot-too-deep", Severity.Error, "too-costly", "'{0}' is nested more than {1} levels deep, which is refused.");

    /// <summary>A snapshot that is larger than anything sensible.</summary>
    public static readonly IssueKind TooLarge = new("snapshot-too-large", Severity.Error, "too-costly", "The snapshot of '{0}' would have more than {1} elements, which is refused.");

    /// <summary>A least number that is lower than in the base.</summary>
    public static readonly IssueKind MinLowered = new("snapshot-min-lowered", Severity.Error, "business-rule", "'{0}' may not be as few as {1}: the base asks for at least {2}. A profile can only raise it.");

    /// <summary>A greatest number that is higher than in the base.</summary>
    public static readonly IssueKind MaxRaised = new("snapshot-max-raised", Severity.Error, "business-rule", "'{0}' may not be as many as {1}: the base allows at most {2}. A profile can only lower it.");

    /// <summary>A least number above the greatest.</summary>
    public static readonly IssueKind MinAboveMax = new("snapshot-min-above-max", Severity.Error, "business-rule", "'{0}' must be there at least {1} times but at most {2} times.");

    /// <summary>A type that the base does not allow.</summary>
    public static readonly IssueKind TypeNotAllowed = new("snapshot-type-not-allowed", Severity.Error, "business-rule", "'{0}' cannot be a {1}: the base allows {2}.");

    /// <summary>The target of a reference that the base does not allow.</summary>
    public static readonly IssueKind TargetNotAllowed = new("snapshot-target-not-allowed", Severity.Error, "business-rule", "'{0}' cannot refer to '{1}': the base allows {2}.");

    /// <summary>A type profile that is a profile of something else.</summary>
    public static readonly IssueKind ProfileType = new("snapshot-profile-type", Severity.Error, "business-rule", "'{0}' is a {1}, but the profile '{2}' is one of {3}.");

    /// <summary>A structure of a type or profile that no source has.</summary>
    public static readonly IssueKind UnknownType = new("snapshot-unknown-type", Severity.Error, "not-found", "The elements below '{0}' are unknown, because '{1}' is not known. Load the package that defines it.");

    /// <summary>A profile that no source has; the plain type stands in.</summary>
    public static readonly IssueKind UnknownProfile = new("snapshot-unknown-profile", Severity.Warning, "not-found", "The profile '{1}' of '{0}' is not known, so nothing that it says is in the snapshot. Load the package that defines it.");

    /// <summary>A fixed value, pattern or limit of a type that the element does not have.</summary>
    public static readonly IssueKind ValueType = new("snapshot-value-type", Severity.Error, "business-rule", "The {2} of '{0}' is a {1}, but the element is {3}.");

    /// <summary>A fixed value or pattern that contradicts the one in the base.</summary>
    public static readonly IssueKind ValueChanged = new("snapshot-value-changed", Severity.Error, "business-rule", "The {1} of '{0}' has {2} where the base has {3}. Nothing can be both.");

    /// <summary>A length or value limit that is wider than in the base.</summary>
    public static readonly IssueKind LimitWidened = new("snapshot-limit-widened", Severity.Error, "business-rule", "The {1} of '{0}' is {2}, but in the base it is {3}. A profile can only narrow it.");

    /// <summary>A binding that is less binding than in the base.</summary>
    public static readonly IssueKind BindingLoosened = new("snapshot-binding-loosened", Severity.Error, "business-rule", "The binding of '{0}' is {1}, but the base has it {2}. A profile can only make it stricter.");

    /// <summary>A constraint key that the base uses for something else.</summary>
    public static readonly IssueKind ConstraintChanged = new("snapshot-constraint-changed", Severity.Warning, "duplicate", "The constraint '{1}' of '{0}' is another one in the base; the base's stays. Give it a key of its own.");

    /// <summary>Slices without a word on how to tell them apart.</summary>
    public static readonly IssueKind NoSlicing = new("snapshot-no-slicing", Severity.Error, "structure", "'{0}' has slices, but nothing says how they are told apart. Add an element with 'slicing' in front of them.");

    /// <summary>A slice name at an element that stands once and is not sliced.</summary>
    public static readonly IssueKind NotSliced = new("snapshot-not-sliced", Severity.Warning, "structure", "'{0}' stands at most once and is not sliced, so the slice name '{1}' is taken for a name of the element itself. Leave it out.");

    /// <summary>Slices of an element that stands once.</summary>
    public static readonly IssueKind SingleSliced = new("snapshot-single-sliced", Severity.Error, "business-rule", "'{0}' stands at most once, so there is nothing to sort into slices. If they are alternatives, say so: state the greatest number, 1, where the slicing is stated.");

    /// <summary>An id that names a slice which is neither in the base nor in the differential.</summary>
    public static readonly IssueKind UnknownSlice = new("snapshot-unknown-slice", Severity.Warning, "not-found", "The id says that this belongs to the slice '{1}' of '{0}', which neither the base nor the differential has; by its path it is taken for a rule for all of them. Add an element with that 'sliceName', or correct the id.");

    /// <summary>A slicing that contradicts that of the base.</summary>
    public static readonly IssueKind SlicingChanged = new("snapshot-slicing-changed", Severity.Error, "business-rule", "The slicing of '{0}' does not fit that of the base: {1}.");

    /// <summary>A new slice where the base allows none.</summary>
    public static readonly IssueKind ClosedSlicing = new("snapshot-closed-slicing", Severity.Error, "business-rule", "'{0}' cannot have the new slice '{1}': the base closes the slicing.");

    /// <summary>An item of a choice under a wrong slice name.</summary>
    public static readonly IssueKind TypeSliceName = new("snapshot-type-slice-name", Severity.Error, "business-rule", "The slice '{1}' of '{0}' is of the type {2}, so its name must be '{3}'.");

    /// <summary>A slice of a choice that leaves no room for another.</summary>
    public static readonly IssueKind TypeSliceRequired = new("snapshot-type-slice-required", Severity.Error, "business-rule", "'{0}' has the required slice '{1}' and further slices, which can never be. Keep the one, or make it optional.");

    /// <summary>Slices that, together, must be there more often than allowed.</summary>
    public static readonly IssueKind SliceTotal = new("snapshot-slice-total", Severity.Error, "business-rule", "The slices of '{0}' must be there {1} times altogether, but at most {2} are allowed.");

    /// <summary>A content reference to an element that is not there.</summary>
    public static readonly IssueKind ContentReference = new("snapshot-content-reference", Severity.Error, "not-found", "'{0}' has the content of '{1}', and there is no such element.");
}
