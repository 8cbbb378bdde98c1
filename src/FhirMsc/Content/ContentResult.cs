using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content;

/// <summary>What came of reading a content file: the guideline, or why there is none; all findings at once.</summary>
public sealed record ContentResult
{
    /// <summary>The guideline; <see langword="null"/> as soon as one finding is an error.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>All findings, in the order of the file.</summary>
    public required IReadOnlyList<Issue> Issues { get; init; }

    /// <summary>
    /// Line and column of every node of the file by key path (<c>studies[2].outcomes[0].effects[0].value</c>), finer than
    /// <see cref="Tracing.Origin.Position"/>, which is that of the whole record.
    /// </summary>
    public required IReadOnlyDictionary<string, SourcePosition> Positions { get; init; }
}
