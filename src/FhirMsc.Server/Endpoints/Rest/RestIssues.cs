using FhirMsc.Fhir.Issues;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>What can be wrong with a request to the resource endpoints.</summary>
public static class RestIssues
{
    /// <summary>405: a write.</summary>
    public static readonly IssueKind ReadOnly = new("rest-read-only", Severity.Error, "not-supported", "Nothing can be written here: content is reviewed, checked and published with the fhirmsc tool. This path knows {0}.");

    /// <summary>406: nothing that is accepted can be given.</summary>
    public static readonly IssueKind NotAcceptable = new("rest-not-acceptable", Severity.Error, "not-supported", "What the request accepts is not served at this path. Served are application/fhir+json and application/fhir+xml with fhirVersion {0}.");

    /// <summary>415: a body in another form or release.</summary>
    public static readonly IssueKind MediaType = new("rest-media-type", Severity.Error, "not-supported", "The body must be application/fhir+json or application/fhir+xml with fhirVersion {0}, in UTF-8.");

    /// <summary>404: a type of which nothing is published in this release.</summary>
    public static readonly IssueKind NoType = new("rest-no-type", Severity.Error, "not-supported", "Nothing of this type is published in FHIR {0}. Types of which something is: {1}");

    /// <summary>404: the same information is there, under another type.</summary>
    public static readonly IssueKind OtherType = new("rest-other-type", Severity.Error, "not-supported", "FHIR {0} has no such resource here. The same is published as {1}.");

    /// <summary>404: no such version.</summary>
    public static readonly IssueKind NoVersion = new("rest-no-version", Severity.Error, "not-found", "Only the present version of this resource is kept here.");

    /// <summary>404: no such operation.</summary>
    public static readonly IssueKind NoOperation = new("rest-no-operation", Severity.Error, "not-supported", "There is no such operation at this path. GET metadata lists the operations.");

    /// <summary>404: an interaction that is not served.</summary>
    public static readonly IssueKind NoInteraction = new("rest-no-interaction", Severity.Error, "not-supported", "This interaction is not served. GET metadata lists what is.");

    /// <summary>400: an operation without what it needs.</summary>
    public static readonly IssueKind Missing = new("rest-missing-parameter", Severity.Error, "required", "The operation needs {0}.");

    /// <summary>400: an operation with a parameter that is not understood and that its answer would depend on.</summary>
    public static readonly IssueKind NotServed = new("rest-parameter-not-served", Severity.Error, "not-supported", "The answer would depend on '{0}', which ${1} does not take here. Leave it out if the answer without it will do.");

    /// <summary>400: a parameter that may stand once.</summary>
    public static readonly IssueKind Repeated = new("rest-parameter-repeated", Severity.Error, "not-supported", "'{0}' may stand once. Send a request for each.");

    /// <summary>400: data of somebody else.</summary>
    public static readonly IssueKind OtherSubject = new("rest-other-subject", Severity.Error, "invalid", "{0} of the resources in the data say that they belong to somebody else than the subject. Send the subject's own alone.");

    /// <summary>415: a posted search that is no form.</summary>
    public static readonly IssueKind SearchForm = new("rest-search-form", Severity.Error, "not-supported", "The parameters of a posted search must come as application/x-www-form-urlencoded.");

    /// <summary>404: an operation names something that is not published here.</summary>
    public static readonly IssueKind NotFound = new("rest-not-found", Severity.Error, "not-found", "{0} is not known here.");

    /// <summary>422: the definitions at hand do not tell.</summary>
    public static readonly IssueKind Untold = new("rest-untold", Severity.Error, "incomplete", "This cannot be told from the definitions at hand: {0}");

    /// <summary>A note that data were not sent.</summary>
    public static readonly IssueKind NotSent = new("rest-data-not-sent", Severity.Warning, "incomplete", "No {0} was sent, so what depends on it counts as not known, unless isCompleteRecord is true.");
}
