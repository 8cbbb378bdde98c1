namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with an Attachment (https://hl7.org/fhir/R4/datatypes.html#attachment).</summary>
public static class AttachmentIssues
{
    /// <summary>A size that is not the data's.</summary>
    public static readonly IssueKind Size = new("attachment-size", Severity.Error, "invalid", "The stated size is {0} bytes, and the data has {1}.");

    /// <summary>A hash that is not the data's.</summary>
    public static readonly IssueKind Hash = new("attachment-hash", Severity.Error, "invalid", "The stated hash is not the SHA-1 of the data.");

    /// <summary>A hash that is none.</summary>
    public static readonly IssueKind NoHash = new("attachment-no-hash", Severity.Warning, "invalid", "The stated hash is no SHA-1 in base64 (20 bytes), so the data could not be compared with it.");

    /// <summary>Nothing in it.</summary>
    public static readonly IssueKind Empty = new("attachment-empty", Severity.Warning, "informational", "The attachment has neither data nor a url, and does not say what is missing (contentType or language).");
}
