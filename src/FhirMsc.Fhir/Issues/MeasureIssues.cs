namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a Measure, and with a MeasureReport seen with its Measure (https://hl7.org/fhir/R4/measure.html).</summary>
public static class MeasureIssues
{
    /// <summary>An expression in a library that is not at hand.</summary>
    public static readonly IssueKind NoLibrary = new("measure-no-library", Severity.Warning, "not-found", "The expression '{0}' is defined in a library, and none of the Measure's libraries is at hand, so it was not checked.");

    /// <summary>An expression that no library defines.</summary>
    public static readonly IssueKind UnknownDefinition = new("measure-unknown-definition", Severity.Error, "not-found", "No library of the Measure defines '{0}'.");

    /// <summary>CQL without a library.</summary>
    public static readonly IssueKind LibraryRequired = new("measure-library-required", Severity.Warning, "required", "The expression '{0}' is the name of a definition, and the Measure names no library.");

    /// <summary>The Measure is not at hand.</summary>
    public static readonly IssueKind NoMeasure = new("measurereport-no-measure", Severity.Warning, "not-found", "The Measure '{0}' is not at hand, so the report was not checked against it.");

    /// <summary>A group that the Measure does not have.</summary>
    public static readonly IssueKind UnknownGroup = new("measurereport-unknown-group", Severity.Error, "business-rule", "No group of the Measure has the code of this one{0}.");

    /// <summary>A group that is missing.</summary>
    public static readonly IssueKind MissingGroup = new("measurereport-missing-group", Severity.Error, "business-rule", "The report has no group for the group {0} of the Measure.");

    /// <summary>A group that stands twice.</summary>
    public static readonly IssueKind DuplicateGroup = new("measurereport-duplicate-group", Severity.Error, "business-rule", "There are two groups for the group {0} of the Measure.");

    /// <summary>A population or stratifier that the Measure does not have.</summary>
    public static readonly IssueKind UnknownPart = new("measurereport-unknown-part", Severity.Error, "business-rule", "The group of the Measure has no {0} with this code.");

    /// <summary>A population that is missing.</summary>
    public static readonly IssueKind MissingPart = new("measurereport-missing-part", Severity.Error, "business-rule", "The group lacks the {0} {1} of the Measure.");

    /// <summary>Subjects in a report that lists none.</summary>
    public static readonly IssueKind SubjectList = new("measurereport-subject-list", Severity.Error, "business-rule", "Only a report of the type 'subject-list' lists subjects; this one is of the type '{0}'.");

    /// <summary>No subjects in a report that lists them.</summary>
    public static readonly IssueKind NoSubjectList = new("measurereport-no-subject-list", Severity.Warning, "business-rule", "A report of the type 'subject-list' lists the subjects of each population.");

    /// <summary>No number.</summary>
    public static readonly IssueKind NoCount = new("measurereport-no-count", Severity.Warning, "business-rule", "A report of the type '{0}' states the count of each population.");

    /// <summary>A score of a measure that has none.</summary>
    public static readonly IssueKind CohortScore = new("measurereport-cohort-score", Severity.Error, "business-rule", "The Measure is scored as a cohort, which has no score.");
}
