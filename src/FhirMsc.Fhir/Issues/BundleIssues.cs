namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a Bundle beyond its invariants (https://hl7.org/fhir/R4/bundle.html).</summary>
public static class BundleIssues
{
    /// <summary>An entry that nothing identifies.</summary>
    public static readonly IssueKind NoFullUrl = new("bundle-no-full-url", Severity.Error, "invalid", "The entry has no 'fullUrl'. Only in transactions and batches an entry may do without the identity of its resource.");

    /// <summary>A fullUrl that is not absolute.</summary>
    public static readonly IssueKind RelativeFullUrl = new("bundle-relative-full-url", Severity.Error, "invalid", "'fullUrl' must be an absolute URL, not '{0}'.");

    /// <summary>A fullUrl that names another resource.</summary>
    public static readonly IssueKind OtherFullUrl = new("bundle-other-full-url", Severity.Error, "invalid", "'fullUrl' reads as the address of a resource on a server, so it must end with '/{0}', the type and id of the resource.");

    /// <summary>More than one entry for a reference.</summary>
    public static readonly IssueKind AmbiguousReference = new("bundle-ambiguous-reference", Severity.Error, "multiple-matches", "The reference '{0}' fits {1} entries of the Bundle.");

    /// <summary>A version that is not there.</summary>
    public static readonly IssueKind OtherVersion = new("bundle-other-version", Severity.Error, "not-found", "The Bundle holds the target of '{0}', but not that version.");

    /// <summary>A reference to an entry of another type.</summary>
    public static readonly IssueKind OtherType = new("bundle-other-type", Severity.Error, "invalid", "'{0}' has the id of the entry '{1}', which is a {2}.");

    /// <summary>A reference that the document or message depends on.</summary>
    public static readonly IssueKind MissingTarget = new("bundle-missing-target", Severity.Error, "not-found", "'{0}' is not in the Bundle. A {1} carries everything that this element refers to.{2}");

    /// <summary>An urn that leads nowhere.</summary>
    public static readonly IssueKind MissingUrn = new("bundle-missing-urn", Severity.Warning, "not-found", "'{0}' is not in the Bundle, and nobody outside can find it.");

    /// <summary>A relative reference that matches by id only.</summary>
    public static readonly IssueKind MatchById = new("bundle-match-by-id", Severity.Warning, "value", "'{0}' is the type and id of an entry, but by the rules for Bundles it does not lead there, because the 'fullUrl's don't fit.");

    /// <summary>A relative reference in an entry without fullUrl.</summary>
    public static readonly IssueKind NoBase = new("bundle-no-base", Severity.Error, "invalid", "The relative reference '{0}' can't be resolved, because the entry it is in has no 'fullUrl'.");

    /// <summary>An entry that the document does not need.</summary>
    public static readonly IssueKind Unreachable = new("bundle-unreachable", Severity.Error, "informational", "No chain of references, in either direction, connects this entry with the Composition.");

    /// <summary>An entry that the message may not need.</summary>
    public static readonly IssueKind UnreachableInMessage = new("bundle-unreachable-in-message", Severity.Warning, "informational", "No chain of references, in either direction, connects this entry with the MessageHeader. Check that the message needs it.");

    /// <summary>An entry that only refers to the others.</summary>
    public static readonly IssueKind OnlyBackward = new("bundle-only-backward", Severity.Warning, "informational", "No chain of references leads from the Composition to this entry. Only Provenance is meant to be in a document without that.");

    /// <summary>A search result without id.</summary>
    public static readonly IssueKind SearchId = new("bundle-search-id", Severity.Error, "invalid", "A search result must have an id.");

    /// <summary>An outcome that is none.</summary>
    public static readonly IssueKind SearchOutcome = new("bundle-search-outcome", Severity.Error, "invalid", "The search mode 'outcome' is for an OperationOutcome, not for {0}.");

    /// <summary>A match of a type that nobody searched for.</summary>
    public static readonly IssueKind SearchType = new("bundle-search-type", Severity.Error, "invalid", "The search, as the link 'self' tells it, was for {1}. A {0} is no match.");

    /// <summary>A searchset that does not say what was searched for.</summary>
    public static readonly IssueKind NoSelfLink = new("bundle-no-self-link", Severity.Information, "informational", "The searchset has no link 'self', so nothing tells what was searched for.");

    /// <summary>A request for another resource.</summary>
    public static readonly IssueKind RequestType = new("bundle-request-type", Severity.Error, "invalid", "'{0} {1}' takes a {2}, and the entry holds a {3}.");

    /// <summary>A PUT of a resource with another id, or without.</summary>
    public static readonly IssueKind RequestId = new("bundle-request-id", Severity.Error, "invalid", "'PUT {0}' takes a resource with that id, and the entry's has {1}.");

    /// <summary>A request that lacks its resource.</summary>
    public static readonly IssueKind RequestBody = new("bundle-request-body", Severity.Error, "required", "'{0}' needs the resource in the entry.");
}
