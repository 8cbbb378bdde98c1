using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Losses;

/// <summary>One value of the content, and where it is found again in each release.</summary>
public sealed record FactLanding
{
    /// <summary>Key path in the content.</summary>
    public required string Path { get; init; }

    /// <summary>Where it stands in the content.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>The value as the content has it, folded to one line.</summary>
    public required string Value { get; init; }

    /// <summary>Places by release, each <c>Type/id#path</c>; the first few where there are many. None where the value is not found as such.</summary>
    public required IReadOnlyDictionary<FhirRelease, IReadOnlyList<string>> Places { get; init; }

    /// <summary>Why the value itself need not or can't be found, for releases in which it is not; <see langword="null"/> if nothing explains it.</summary>
    public string? Reason { get; init; }

    /// <summary>Releases in which it is neither found nor is its absence explained.</summary>
    public IEnumerable<FhirRelease> LostIn => Reason is null ? Places.Where(place => place.Value.Count == 0).Select(place => place.Key) : [];
}
