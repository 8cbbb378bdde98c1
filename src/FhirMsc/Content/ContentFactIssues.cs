using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content;

/// <summary>The catalogue of everything that can be wrong with the facts of a content file: what contradicts itself or names what is not there.</summary>
public static class ContentFactIssues
{
    /// <summary>Two things with one id.</summary>
    public static readonly IssueKind DuplicateId = Error("content-duplicate-id", "duplicate", "The id \"{0}\" is already used at {1}. Ids of facts, and of artifacts, must differ in the whole file.");

    /// <summary>A place in a section that is not listed.</summary>
    public static readonly IssueKind UnknownSection = Error("content-unknown-section", "not-found", "There is no section \"{0}\".{1} List it under \"sections\" or correct the place.");

    /// <summary>A rating by a scheme that is not there.</summary>
    public static readonly IssueKind UnknownScheme = Error("content-unknown-scheme", "not-found", "There is no rating scheme \"{0}\".{1} Add it under \"ratingSchemes\" or correct the rating.");

    /// <summary>A code that the scheme does not have.</summary>
    public static readonly IssueKind NotInScheme = Error("content-rating-not-in-scheme", "code-invalid", "\"{0}\" is no {1} level of the scheme \"{2}\", which has {3}. Correct the rating or complete the scheme.");

    /// <summary>A rating with a part too few or too many.</summary>
    public static readonly IssueKind RatingParts = Error("content-rating-parts", "business-rule", "The scheme \"{0}\" {1} a {2} level, but the rating {3}.");

    /// <summary>The parts of a rating don't give what is printed.</summary>
    public static readonly IssueKind RatingContradictsPrint = Error("content-rating-contradicts-print", "business-rule", "The parts of the rating give \"{0}\" in the form of its scheme, but \"{1}\" is printed. One of them is wrong.");

    /// <summary>The printed rating is not in the quotation.</summary>
    public static readonly IssueKind RatingNotQuoted = Error("content-rating-not-quoted", "business-rule", "The rating \"{0}\" does not stand in the quotation. Quote the statement with its rating, and copy the rating from it.");

    /// <summary>A scheme whose format lacks an axis.</summary>
    public static readonly IssueKind SchemeFormat = Error("content-scheme-format", "business-rule", "The format \"{0}\" and the axes of the scheme don't agree: {1} must stand in it exactly if the scheme has that axis.");

    /// <summary>A level or concept with a mapping but without a target system.</summary>
    public static readonly IssueKind MappingTarget = Error("content-mapping-target", "business-rule", "The mapping {0}. A mapping needs a code unless it is \"unmatched\", and levels can be mapped only if their axis says \"mappedTo\".");

    /// <summary>A citation of a reference that is not there.</summary>
    public static readonly IssueKind UnknownReference = Error("content-unknown-reference", "not-found", "There is no reference \"{0}\".{1} Add it under \"references\" or correct the citation.");

    /// <summary>A reference that nothing cites.</summary>
    public static readonly IssueKind UncitedReference = Warning("content-uncited-reference", "informational", "Nothing cites reference \"{0}\". Add it to \"cites\" of the facts it supports.");

    /// <summary>A defect or a rationale that names a fact that is not there.</summary>
    public static readonly IssueKind UnknownFact = Error("content-unknown-fact", "not-found", "There is no fact \"{0}\".{1} Facts are named by their id; references as reference-9, arms as study.arm, the page as source.");

    /// <summary>More events than people.</summary>
    public static readonly IssueKind CountExceeds = Error("content-count-exceeds", "business-rule", "{0} of {1} can't be: the count is larger than what it is counted in.");

    /// <summary>A denominator larger than the arm.</summary>
    public static readonly IssueKind MoreThanArm = Error("content-more-than-arm", "business-rule", "The result is \"of {0}\", but the arm \"{1}\" has {2}. Correct one of them.");

    /// <summary>A percentage that the counts don't give.</summary>
    public static readonly IssueKind PercentageContradicts = Error("content-percentage-contradicts-counts", "business-rule", "{0} of {1} is {2} %, not {3} %. Correct the counts or the percentage; if the page itself is wrong, leave the percentage out and list the defect.");

    /// <summary>A percentage that can't be checked.</summary>
    public static readonly IssueKind PercentageAlone = Warning("content-percentage-alone", "informational", "The percentage {0} can't be checked, because the result does not say of how many. Add \"of\" if the page tells.");

    /// <summary>Arms that don't add up.</summary>
    public static readonly IssueKind ArmsTotal = Error("content-arms-total", "business-rule", "The arms add up to {0}, but {1} took part. Correct a count; if the page itself is wrong, leave out what it contradicts and list the defect.");

    /// <summary>Subgroups that don't add up.</summary>
    public static readonly IssueKind SubgroupsTotal = Error("content-subgroups-total", "business-rule", "The subgroups add up to {0}, but the arm has {1}.");

    /// <summary>A result of an arm that is not there.</summary>
    public static readonly IssueKind UnknownArm = Error("content-unknown-arm", "not-found", "The study has no arm \"{0}\".{1}");

    /// <summary>An outcome of an endpoint that is not there.</summary>
    public static readonly IssueKind UnknownEndpoint = Error("content-unknown-endpoint", "not-found", "The study has no endpoint \"{0}\".{1}");

    /// <summary>An interval with its bounds swapped.</summary>
    public static readonly IssueKind IntervalReversed = Error("content-interval-reversed", "business-rule", "The interval runs from {0} to {1}: the lower bound must not be larger than the upper one.");

    /// <summary>An interval around something else.</summary>
    public static readonly IssueKind IntervalExcludes = Error("content-interval-excludes-value", "business-rule", "The estimate {0} lies outside of its interval {1} to {2}. One of the figures is wrong.");

    /// <summary>An interval that is no ordinary one.</summary>
    public static readonly IssueKind IntervalAsymmetric = Warning("content-interval-asymmetric", "informational", "The estimate {0} does not lie in the middle of its interval {1} to {2}, where it should by the usual method (about {3}). Compare the figures with the page.");

    /// <summary>A level that is none.</summary>
    public static readonly IssueKind IntervalLevel = Error("content-interval-level", "business-rule", "The level of an interval is a percentage between 50 and 100, e.g. 95, not {0}.");

    /// <summary>A ratio that is not positive.</summary>
    public static readonly IssueKind NegativeRatio = Error("content-ratio-not-positive", "business-rule", "A ratio and its bounds are greater than 0, not {0}.");

    /// <summary>A concept that is not there.</summary>
    public static readonly IssueKind UnknownConcept = Error("content-unknown-concept", "not-found", "There is no concept \"{0}\".{1} Add it under \"terminology\" or correct the name.");

    /// <summary>A code system that is not there.</summary>
    public static readonly IssueKind UnknownCodeSystem = Error("content-unknown-code-system", "not-found", "There is no code system \"{0}\" of our own.{1}");

    /// <summary>A licence that is not there.</summary>
    public static readonly IssueKind UnknownLicence = Error("content-unknown-licence", "not-found", "There is no licence \"{0}\".{1}");

    /// <summary>Codes of a system that may be redistributed only with a notice.</summary>
    public static readonly IssueKind LicenceNeeded = Error("content-licence-needed", "business-rule", "Codes of {0} may be published only with a notice. Name the \"licence\" that allows it.");

    /// <summary>Codes that may not be redistributed at all.</summary>
    public static readonly IssueKind MayNotPublish = Error("content-may-not-publish", "business-rule", "Codes of {0} may not be published in content. Leave them to the configuration of the site.");

    /// <summary>A value set that is not there.</summary>
    public static readonly IssueKind UnknownValueSet = Error("content-unknown-value-set", "not-found", "There is no value set \"{0}\".{1} Add it under \"terminology\" or correct the name.");

    /// <summary>A SNOMED CT id that was damaged.</summary>
    public static readonly IssueKind SnomedCheckDigit = Error("content-snomed-check-digit", "code-invalid", "{0} is no SNOMED CT identifier: its check digit is wrong, as after a slip of the finger or a spreadsheet. Copy it again from the source, as text.");

    /// <summary>A SNOMED CT id that is not a concept's.</summary>
    public static readonly IssueKind SnomedPartition = Error("content-snomed-partition", "code-invalid", "{0} does not identify a SNOMED CT concept: the two digits before the last must be 00, or 10 in identifiers of more than 10 digits. Spreadsheets round long ones; copy it again as text.");

    /// <summary>A LOINC code that was damaged.</summary>
    public static readonly IssueKind LoincCheckDigit = Error("content-loinc-check-digit", "code-invalid", "{0} is no LOINC code: its check digit is wrong or its form is not number-digit. Copy it again from the source.");

    /// <summary>An expression that is no FHIRPath.</summary>
    public static readonly IssueKind BadExpression = Error("content-bad-expression", "code-invalid", "The expression is no FHIRPath; in its line {0}, column {1}: {2}");

    /// <summary>An expression that reads what is not there.</summary>
    public static readonly IssueKind UnknownVariable = Error("content-unknown-variable", "not-found", "The expression reads %{0}, which is neither an input nor a criterion.{1}");

    /// <summary>A criterion that is not there.</summary>
    public static readonly IssueKind UnknownCriterion = Error("content-unknown-criterion", "not-found", "There is no criterion \"{0}\".{1}");

    /// <summary>Criteria that read each other in a circle.</summary>
    public static readonly IssueKind CyclicCriteria = Error("content-cyclic-criteria", "business-rule", "The criteria read each other in a circle: {0}. One of them must do without the others.");

    /// <summary>A criterion of the wrong kind.</summary>
    public static readonly IssueKind CriterionKind = Error("content-criterion-kind", "business-rule", "The criterion \"{0}\" gives {1}, but {2} is needed here.");

    /// <summary>An input that nothing reads.</summary>
    public static readonly IssueKind UnusedInput = Warning("content-unused-input", "informational", "No criterion reads the input \"{0}\": it would be asked of every EHR for nothing. Remove it or use it.");

    /// <summary>A criterion that nothing uses.</summary>
    public static readonly IssueKind UnusedCriterion = Warning("content-unused-criterion", "informational", "Nothing uses the criterion \"{0}\". Remove it or name it in a service.");

    /// <summary>A query outside of what every EHR can do.</summary>
    public static readonly IssueKind BadQuery = Error("content-bad-query", "business-rule", "The query \"{0}\" is no prefetch template: {1}");

    /// <summary>A criterion that an unavailable hook context makes useless.</summary>
    public static readonly IssueKind UnknownHook = Error("content-unknown-hook", "not-supported", "\"{0}\" is no hook that can be served.{1} Known hooks: {2}.");

    /// <summary>A service that reads orders where there are none.</summary>
    public static readonly IssueKind NoOrders = Error("content-no-orders", "business-rule", "The hook \"{0}\" is not about orders, but the criterion \"{1}\" reads them. Leave it out of this service.");

    /// <summary>A summary that is too long.</summary>
    public static readonly IssueKind SummaryTooLong = Error("content-summary-too-long", "too-long", "The summary has {0} characters. CDS Hooks allows fewer than 140: shorten it.");

    /// <summary>A hint that does more than inform.</summary>
    public static readonly IssueKind HintTooLoud = Error("content-hint-too-loud", "business-rule", "The card of the hint \"{0}\" must have the priority routine, no suggestions and no override reasons: a hint may only inform.");

    /// <summary>A hint whose identifier is taken.</summary>
    public static readonly IssueKind HintId = Error("content-hint-id", "duplicate", "\"{0}\" can't be the id of this hint: another hint of the service has it, or it is \"{1}\", the id of the main card. Take another.");

    /// <summary>Raw HTML.</summary>
    public static readonly IssueKind Html = Error("content-html", "security", "Raw HTML is not allowed in Markdown (here \"{0}\"). Use Markdown, or write < as &lt;.");

    /// <summary>A placeholder that is not known.</summary>
    public static readonly IssueKind UnknownPlaceholder = Error("content-unknown-placeholder", "not-found", "{{{0}}} is no placeholder that can be filled here.{1}");

    /// <summary>A card that does not show the quotation.</summary>
    public static readonly IssueKind QuotationNotShown = Error("content-quotation-not-shown", "business-rule", "The service carries the recommendation \"{0}\", but its card does not quote it. Put {{quote:{0}}} into the detail.");

    /// <summary>A card that hides that the source is archived.</summary>
    public static readonly IssueKind ArchiveNotShown = Error("content-archive-not-shown", "business-rule", "The source is archived, but the card does not say so. Put {{archived}} into the detail.");

    /// <summary>A card that hides how old the source is.</summary>
    public static readonly IssueKind DateNotShown = Error("content-date-not-shown", "business-rule", "The card does not say when the source was last updated. Put {{updated}} into the detail.");

    /// <summary>A recommendation that says itself again, or one that is not there.</summary>
    public static readonly IssueKind UnknownRecommendation = Error("content-unknown-recommendation", "not-found", "There is no other recommendation \"{0}\".{1}");

    private static IssueKind Error(string id, string code, string text) => new(id, Severity.Error, code, text);

    private static IssueKind Warning(string id, string code, string text) => new(id, Severity.Warning, code, text);
}
