namespace FhirMsc.Fhir.Json;

/// <summary>How much a reader takes before it refuses, and what it makes of JSON that FHIR forbids. The defaults suit untrusted resources.</summary>
public sealed record JsonLimits
{
    /// <summary>The defaults.</summary>
    public static JsonLimits Default { get; } = new();

    /// <summary>Size of the whole text, in bytes.</summary>
    public int MaxBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How deep objects and arrays may be nested.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Size of one string, in bytes as written. FHIR caps a string at 1 MiB; base64Binary has no cap.</summary>
    public int MaxStringBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many nodes (elements and array items) one text may hold.</summary>
    public int MaxNodes { get; init; } = 8_000_000;

    /// <summary>After this many issues reading goes on silently; the last issue says so.</summary>
    public int MaxIssues { get; init; } = 1_000;

    /// <summary>
    /// Keep null, <c>[]</c> and <c>{}</c> as nodes instead of reporting them. For JSON around resources (a CDS Hooks request, where <c>null</c> in the
    /// prefetch means "no data"), not for resources.
    /// </summary>
    public bool KeepEmpty { get; init; }
}
