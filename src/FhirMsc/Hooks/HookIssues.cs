using FhirMsc.Fhir.Issues;

namespace FhirMsc.Hooks;

/// <summary>
/// What can be wrong with a hook call, a feedback call or a service. The texts name members and inputs and never repeat a value of the request, which may be
/// a patient's data or a token.
/// </summary>
public static class HookIssues
{
    /// <summary>The body is not JSON, or JSON that means two things.</summary>
    public static readonly IssueKind Json = new("hook-json", Severity.Error, "structure", "The body is not JSON that can be used ({0}). Send one JSON object in UTF-8, each property once.");

    /// <summary>A required member is not there.</summary>
    public static readonly IssueKind Missing = new("hook-member-missing", Severity.Error, "required", "'{0}' is missing. It is required{1}.");

    /// <summary>A member holds another kind of JSON value.</summary>
    public static readonly IssueKind Shape = new("hook-member-shape", Severity.Error, "structure", "'{0}' must be {1}.");

    /// <summary>The call is for another hook than the service.</summary>
    public static readonly IssueKind WrongHook = new("hook-wrong-hook", Severity.Error, "invalid", "This service answers the hook '{0}' and was called for another one. The discovery document lists the service of each hook.");

    /// <summary>An id with a resource type in front, or something that is no id.</summary>
    public static readonly IssueKind Id = new("hook-id", Severity.Error, "value", "'{0}' must be a logical id alone: no resource type, no slash, no blank.");

    /// <summary>A base URL that is none.</summary>
    public static readonly IssueKind Url = new("hook-url", Severity.Error, "value", "'{0}' must be an absolute http or https URL.");

    /// <summary>Authorization without a server (invariant cds-r-1).</summary>
    public static readonly IssueKind ServerMissing = new("hook-fhir-server-missing", Severity.Error, "required", "'fhirServer' is missing. It is required together with 'fhirAuthorization'.");

    /// <summary>An entry of the draft orders without an order.</summary>
    public static readonly IssueKind EntryWithoutResource = new("hook-entry-without-resource", Severity.Error, "required", "'{0}' holds no resource with a resourceType, so the order in it cannot be looked at.");

    /// <summary>Data that the answer depends on is not at hand: status 412.</summary>
    public static readonly IssueKind NotAvailable = new("hook-input-not-available", Severity.Error, "incomplete", "No answer can be given without '{0}': {1}. Send it as prefetch under that key, or null if the patient has none.");

    /// <summary>The orders of the call cannot be looked at: status 412.</summary>
    public static readonly IssueKind OrdersNotAvailable = new("hook-orders-not-available", Severity.Error, "incomplete", "No answer can be given without '{0}', the orders of the call: {1}.");

    /// <summary>The data is at hand and does not answer a question that the plan asks: status 412.</summary>
    public static readonly IssueKind NotDecided = new("hook-not-decided", Severity.Error, "incomplete", "No answer can be given, because '{0}' cannot be told: {1}");

    /// <summary>The reasons for an answer that could not be given, when they were asked for.</summary>
    public static readonly IssueKind Explanation = new("hook-explanation", Severity.Information, "informational", "{0}");

    /// <summary>A feedback outcome that the specification does not have.</summary>
    public static readonly IssueKind Outcome = new("hook-feedback-outcome", Severity.Error, "value", "'{0}' must be 'accepted' or 'overridden'.");

    /// <summary>A feedback timestamp without zone, or no timestamp.</summary>
    public static readonly IssueKind Timestamp = new("hook-feedback-timestamp", Severity.Error, "value", "'{0}' must be a date and time of RFC 3339 with a zone, such as 2021-04-21T10:15:30Z.");

    /// <summary>Two services under one id.</summary>
    public static readonly IssueKind DuplicateService = new("hook-service-duplicate", Severity.Error, "duplicate", "Two services have the id '{0}'. Clients keep one service per id: give one of them another.");

    /// <summary>A service for a hook that nobody answers.</summary>
    public static readonly IssueKind UnknownHook = new("hook-service-unknown-hook", Severity.Error, "not-supported", "The service '{0}' is for the hook '{1}', which is not known here. Known: {2}.");

    /// <summary>An id that cannot be part of a URL.</summary>
    public static readonly IssueKind ServiceId = new("hook-service-id", Severity.Error, "value", "The service id '{0}' cannot be used in a URL. Use letters, digits, hyphens and dots, 64 at most.");

    /// <summary>A prefetch template that clients cannot resolve.</summary>
    public static readonly IssueKind Template = new("hook-prefetch-template", Severity.Error, "value", "The prefetch template '{0}' of the service '{1}' cannot be resolved by clients: {2}.");
}
