namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a JSON text before anybody asks what the elements mean.</summary>
public static class JsonIssues
{
    /// <summary>Not well-formed by RFC 8259.</summary>
    public static readonly IssueKind Syntax = new("json-syntax", Severity.Fatal, "structure", "The text is not well-formed JSON from here on: {0}.");

    /// <summary>No text at all.</summary>
    public static readonly IssueKind Empty = new("json-empty", Severity.Fatal, "structure", "There is no JSON here: the text is empty.");

    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly IssueKind Utf8 = new("json-utf8", Severity.Fatal, "structure", "The bytes here are not valid UTF-8. Save the text as UTF-8.");

    /// <summary>A UTF-8 byte order mark; read over.</summary>
    public static readonly IssueKind ByteOrderMark = new("json-byte-order-mark", Severity.Warning, "structure", "The text starts with a byte order mark, which JSON does not have. Save it without.");

    /// <summary>Half of a surrogate pair in an escape.</summary>
    public static readonly IssueKind LoneSurrogate = new("json-lone-surrogate", Severity.Error, "structure", "The escape \\u{0} is half of a surrogate pair and stands for no character. Write both halves or neither.");

    /// <summary>The root is not an object.</summary>
    public static readonly IssueKind RootNotObject = new("json-root", Severity.Fatal, "structure", "A resource is a JSON object, but the text holds {0}.");

    /// <summary>One key twice in one object.</summary>
    public static readonly IssueKind DuplicateKey = new("json-duplicate-key", Severity.Error, "structure", "The property '{0}' stands more than once in this object. Keep one.");

    /// <summary>A null where FHIR allows none.</summary>
    public static readonly IssueKind Null = new("json-null", Severity.Error, "structure", "'{0}' is null. Leave the property out; in an array, null may only stand opposite a value in the array with the underscore.");

    /// <summary>An empty array.</summary>
    public static readonly IssueKind EmptyArray = new("json-empty-array", Severity.Error, "structure", "'{0}' is an empty array. Leave the property out.");

    /// <summary>An empty object.</summary>
    public static readonly IssueKind EmptyObject = new("json-empty-object", Severity.Error, "structure", "'{0}' is an empty object. An element has a value, children or both; leave the property out.");

    /// <summary>An array in an array.</summary>
    public static readonly IssueKind NestedArray = new("json-nested-array", Severity.Error, "structure", "'{0}' is an array inside an array. FHIR has no such thing.");

    /// <summary>An array mixes kinds, or the halves of a primitive disagree about being an array.</summary>
    public static readonly IssueKind ShadowMismatch = new("json-shadow-mismatch", Severity.Error, "structure", "'{0}' and '_{0}' don't fit together: {1}.");

    /// <summary>The underscore half of a primitive is not an object.</summary>
    public static readonly IssueKind ShadowNotObject = new("json-shadow-not-object", Severity.Error, "structure", "'_{0}' holds the id and extensions of '{0}' and must be an object (or null in an array).");

    /// <summary>A size limit was passed.</summary>
    public static readonly IssueKind TooLarge = new("json-too-large", Severity.Fatal, "too-costly", "{0} is above the limit of {1}. Split the content or raise the limit.");

    /// <summary>More issues than anyone reads.</summary>
    public static readonly IssueKind TooManyIssues = new("json-too-many-issues", Severity.Warning, "too-costly", "More than {0} issues: the rest is not listed.");
}
