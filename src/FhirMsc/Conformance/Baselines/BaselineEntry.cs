using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Baselines;

/// <summary>A finding that is known and excused for a time: named by its fingerprint, or by code, path and file.</summary>
public sealed record BaselineEntry
{
    /// <summary>Fingerprint of one finding; <see langword="null"/> when <see cref="Code"/> and the rest say which are meant.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Id of the kind of issue.</summary>
    public string? Code { get; init; }

    /// <summary>Path in the resource; <c>*</c> stands for any characters; <see langword="null"/> for any path.</summary>
    public string? Path { get; init; }

    /// <summary>File as the repository names it, or a pattern of files; <see langword="null"/> for any file.</summary>
    public string? File { get; init; }

    /// <summary>Words that the text of the issue holds; <see langword="null"/> for any text.</summary>
    public string? Text { get; init; }

    /// <summary>Why it is excused.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day it is excused.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Where the entry stands.</summary>
    public SourcePosition? Position { get; init; }
}
