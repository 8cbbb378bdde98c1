namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with references.</summary>
public static class ReferenceIssues
{
    /// <summary>A relative reference that is not type and id.</summary>
    public static readonly IssueKind Form = new("reference-form", Severity.Error, "invalid", "'{0}' is no reference: a relative one has the form Type/id.");

    /// <summary>A reference to a contained resource that is not there.</summary>
    public static readonly IssueKind NotContained = new("reference-not-contained", Severity.Error, "not-found", "There is no contained resource '{0}'.");

    /// <summary>A reference to nothing that is at hand, where that is asked for.</summary>
    public static readonly IssueKind NotFound = new("reference-not-found", Severity.Error, "not-found", "'{0}' leads to nothing that is at hand.");

    /// <summary>A target of the wrong type.</summary>
    public static readonly IssueKind WrongType = new("reference-wrong-type", Severity.Error, "structure", "'{0}' leads to a {1}, but only {2} may be referred to here.");

    /// <summary>Reference.type and the target disagree.</summary>
    public static readonly IssueKind TypeDisagrees = new("reference-type-disagrees", Severity.Error, "structure", "'type' says {0}, but '{1}' leads to a {2}.");

    /// <summary>A target that conforms to none of the profiles asked for.</summary>
    public static readonly IssueKind WrongProfile = new("reference-wrong-profile", Severity.Error, "structure", "What '{0}' leads to conforms to none of the profiles {1}. First: {2}");

    /// <summary>A target in a place that is not allowed.</summary>
    public static readonly IssueKind Aggregation = new("reference-aggregation", Severity.Error, "structure", "'{0}' leads to a resource that is {1}, but the profile allows only {2}.");

    /// <summary>A version where there must be none.</summary>
    public static readonly IssueKind Versioned = new("reference-versioned", Severity.Error, "structure", "'{0}' names a version, but the profile asks for a reference without one.");

    /// <summary>No version where there must be one.</summary>
    public static readonly IssueKind NotVersioned = new("reference-not-versioned", Severity.Error, "structure", "'{0}' names no version, but the profile asks for a reference with one.");
}
