namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with the URIs that name things: systems, canonical URLs, URLs of resources.</summary>
public static class IdentificationIssues
{
    /// <summary>A system that is not absolute.</summary>
    public static readonly IssueKind RelativeSystem = new("identification-relative-system", Severity.Error, "invalid", "'system' must be an absolute URI, not '{0}'.");

    /// <summary>An identifier that claims to be a URI and is not.</summary>
    public static readonly IssueKind NotUri = new("identification-not-uri", Severity.Error, "invalid", "With the system urn:ietf:rfc:3986 the value must be a full URI: an OID starts with 'urn:oid:', a UUID with 'urn:uuid:'.");

    /// <summary>A canonical that is not absolute.</summary>
    public static readonly IssueKind RelativeCanonical = new("identification-relative-canonical", Severity.Warning, "invalid", "A canonical URL must be absolute, or a fragment that leads to a contained resource, not '{0}'.");

    /// <summary>The URL of a resource that is not absolute.</summary>
    public static readonly IssueKind RelativeUrl = new("identification-relative-url", Severity.Error, "invalid", "The canonical URL of a {1} must be absolute, not '{0}'.");

    /// <summary>A URL with a version in it.</summary>
    public static readonly IssueKind VersionInUrl = new("identification-version-in-url", Severity.Warning, "invalid", "The URL of a resource has no '|version' in it: that is what the element 'version' is for.");

    /// <summary>An id that stands twice.</summary>
    public static readonly IssueKind DuplicateId = new("identification-duplicate-id", Severity.Error, "duplicate", "The id '{0}' stands twice in the resource.");
}
