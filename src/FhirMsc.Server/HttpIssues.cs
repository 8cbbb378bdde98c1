using FhirMsc.Fhir.Issues;

namespace FhirMsc.Server;

/// <summary>What can be wrong with a request before anybody looks at its content. The texts never repeat anything of the request.</summary>
public static class HttpIssues
{
    /// <summary>401: no token, or none that is trusted. Which of it is nobody's business.</summary>
    public static readonly IssueKind NotTrusted = new("http-not-trusted", Severity.Error, "login", "This call needs a token (CDS Hooks, section Trusting CDS Clients) that this server trusts.");

    /// <summary>403: a server that answers its own machine only.</summary>
    public static readonly IssueKind LocalOnly = new("http-local-only", Severity.Error, "forbidden", "This server answers callers on its own machine only. Its settings have to list the clients that it trusts.");

    /// <summary>503: a client's keys can't be fetched.</summary>
    public static readonly IssueKind KeysUnavailable = new("http-keys-unavailable", Severity.Error, "transient", "The token cannot be checked at the moment, because the JWK Set at its 'jku' cannot be fetched. Send the call again later.");

    /// <summary>404: no endpoint.</summary>
    public static readonly IssueKind NoEndpoint = new("http-no-endpoint", Severity.Error, "not-found", "There is nothing at this path. Services are listed at /cds-services.");

    /// <summary>404: no service of that id.</summary>
    public static readonly IssueKind NoService = new("http-no-service", Severity.Error, "not-found", "There is no service with this id. GET /cds-services lists the services.");

    /// <summary>404: no published resource.</summary>
    public static readonly IssueKind NoResource = new("http-no-resource", Severity.Error, "not-found", "No resource of this type and id is published here.");

    /// <summary>405: wrong method.</summary>
    public static readonly IssueKind Method = new("http-method", Severity.Error, "not-supported", "This path does not know the method. It knows {0}.");

    /// <summary>408: the body came too slowly.</summary>
    public static readonly IssueKind Timeout = new("http-timeout", Severity.Error, "timeout", "The body did not arrive within the time allowed.");

    /// <summary>413: the body is too large.</summary>
    public static readonly IssueKind TooLarge = new("http-too-large", Severity.Error, "too-long", "The body is larger than {0} bytes. Send less prefetch or have the limit raised.");

    /// <summary>415: the body is not JSON by its header.</summary>
    public static readonly IssueKind MediaType = new("http-media-type", Severity.Error, "not-supported", "The body must be JSON in UTF-8: send it with 'Content-Type: application/json'.");

    /// <summary>415: the body is compressed.</summary>
    public static readonly IssueKind Encoding = new("http-content-encoding", Severity.Error, "not-supported", "Compressed bodies are not read. Send the body without Content-Encoding.");

    /// <summary>400: the server could not read the request.</summary>
    public static readonly IssueKind BadRequest = new("http-bad-request", Severity.Error, "structure", "The request broke off or breaks the rules of HTTP.");

    /// <summary>503: the state can't be read or written now.</summary>
    public static readonly IssueKind Unavailable = new("http-unavailable", Severity.Error, "transient", "The server cannot keep what it must keep at the moment, so the call was not accepted. Send it again later.");

    /// <summary>500: a fault of ours.</summary>
    public static readonly IssueKind Internal = new("http-internal", Severity.Fatal, "exception", "The server failed at this request, which says nothing about the patient. The fault is in its log.");
}
