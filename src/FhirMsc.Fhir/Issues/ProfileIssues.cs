namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a resource seen through a profile, and with profiles themselves.</summary>
public static class ProfileIssues
{
    /// <summary>A profile that is not at hand.</summary>
    public static readonly IssueKind Unknown = new("profile-unknown", Severity.Warning, "not-found", "The profile '{0}' is not at hand, so nothing was checked against it.");

    /// <summary>A profile without a snapshot.</summary>
    public static readonly IssueKind NoSnapshot = new("profile-no-snapshot", Severity.Error, "not-supported", "The profile '{0}' has no snapshot, so nothing was checked against it.");

    /// <summary>A profile of another type.</summary>
    public static readonly IssueKind WrongType = new("profile-wrong-type", Severity.Error, "invalid", "The profile '{0}' is for {1}, but this is a {2}.");

    /// <summary>Fewer of an element than a profile asks for.</summary>
    public static readonly IssueKind TooFew = new("profile-too-few", Severity.Error, "required", "'{0}' stands {2} times, but the profile asks for at least {1}.");

    /// <summary>More of an element than a profile allows.</summary>
    public static readonly IssueKind TooMany = new("profile-too-many", Severity.Error, "structure", "'{0}' stands {2} times, but the profile allows at most {1}.");

    /// <summary>A type that a profile does not allow.</summary>
    public static readonly IssueKind TypeNotAllowed = new("profile-type-not-allowed", Severity.Error, "structure", "'{0}' is a {1}, but the profile allows only {2}.");

    /// <summary>None of several profiles fits.</summary>
    public static readonly IssueKind NoProfileFits = new("profile-none-fits", Severity.Error, "structure", "'{0}' conforms to none of the profiles {1}. First: {2}");

    /// <summary>Not the fixed value.</summary>
    public static readonly IssueKind Fixed = new("profile-fixed", Severity.Error, "value", "'{0}' must be exactly {1}.");

    /// <summary>Not what the pattern asks for.</summary>
    public static readonly IssueKind Pattern = new("profile-pattern", Severity.Error, "value", "'{0}' must have at least {1}.");

    /// <summary>Below the least value.</summary>
    public static readonly IssueKind TooSmall = new("profile-too-small", Severity.Error, "value", "'{0}' is below the least value, {1}.");

    /// <summary>Above the greatest value.</summary>
    public static readonly IssueKind TooLarge = new("profile-too-large", Severity.Error, "value", "'{0}' is above the greatest value, {1}.");

    /// <summary>Not comparable with the least or greatest value.</summary>
    public static readonly IssueKind RangeUntold = new("profile-range-untold", Severity.Warning, "incomplete", "'{0}' can't be compared with the {1} value, {2}.");

    /// <summary>A text that is too long.</summary>
    public static readonly IssueKind TooLong = new("profile-too-long", Severity.Error, "value", "'{0}' has {1} characters: at most {2} allowed.");

    /// <summary>A text that is too short.</summary>
    public static readonly IssueKind TooShort = new("profile-too-short", Severity.Error, "value", "'{0}' has {1} characters: at least {2} required.");

    /// <summary>A text that does not match.</summary>
    public static readonly IssueKind Regex = new("profile-regex", Severity.Error, "value", "The value of '{0}' does not match {1}.");

    /// <summary>A regular expression that is wrong or takes too long.</summary>
    public static readonly IssueKind RegexUntold = new("profile-regex-untold", Severity.Warning, "incomplete", "Whether '{0}' matches {1} can't be told: the expression is wrong or takes too long.");

    /// <summary>A primitive without the value it must have.</summary>
    public static readonly IssueKind NoValue = new("profile-no-value", Severity.Error, "required", "'{0}' must have a value{1}.");

    /// <summary>A slice that is missing.</summary>
    public static readonly IssueKind SliceMissing = new("profile-slice-missing", Severity.Error, "required", "The slice '{0}' of '{1}' stands {3} times, but the profile asks for at least {2}.{4}");

    /// <summary>Too much of a slice.</summary>
    public static readonly IssueKind SliceTooMany = new("profile-slice-too-many", Severity.Error, "structure", "The slice '{0}' of '{1}' stands {3} times, but the profile allows at most {2}.");

    /// <summary>An item beside the slices of a closed list.</summary>
    public static readonly IssueKind SliceClosed = new("profile-slice-closed", Severity.Error, "structure", "This '{0}' fits no slice, and the profile allows nothing beside its slices.{1}");

    /// <summary>An item that fits two slices.</summary>
    public static readonly IssueKind SliceAmbiguous = new("profile-slice-ambiguous", Severity.Error, "invalid", "This '{0}' fits more than one slice: {1}.");

    /// <summary>Slices in another order.</summary>
    public static readonly IssueKind SliceOrder = new("profile-slice-order", Severity.Error, "structure", "The slice '{0}' stands behind '{1}', but the profile asks for its slices in order.");

    /// <summary>Something else before a slice where it may only stand at the end.</summary>
    public static readonly IssueKind SliceNotAtEnd = new("profile-slice-not-at-end", Severity.Error, "structure", "This '{0}' fits no slice; the profile allows such only behind the slices.");

    /// <summary>A slice that nothing tells from others.</summary>
    public static readonly IssueKind SliceUntold = new("profile-slice-untold", Severity.Warning, "incomplete", "Which items of '{0}' belong to the slice '{1}' can't be told: {2}.");

    /// <summary>A limit was passed.</summary>
    public static readonly IssueKind Costly = new("validation-too-costly", Severity.Error, "too-costly", "Validation stopped here: {0}. What comes behind was not checked.");
}
