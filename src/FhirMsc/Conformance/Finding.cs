using FhirMsc.Conformance.Baselines;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance;

/// <summary>One issue in one resource, with the line of the content that produced the element, where the resource is one of ours.</summary>
/// <param name="Resource">File name or reference of the resource.</param>
/// <param name="Issue">What is wrong, and where in the resource.</param>
/// <param name="Origin">Where the element comes from; <see langword="null"/> for resources that were not generated here.</param>
public sealed record Finding(string Resource, Issue Issue, Origin? Origin)
{
    /// <summary>The sentence or sentences of the page that the element comes from, if the page is at hand.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether the file is not what the content gives now, so that <see cref="Origin"/> is that of the nearest element that still is.</summary>
    public bool IsDrifted { get; init; }

    /// <summary>
    /// What stays the same of this finding when lines move and texts improve: 16 hexadecimal digits of a digest over file, resource, code, rule, profile and
    /// path. Empty until the run that found it is finished with its document.
    /// </summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>The entry of the baseline that excuses it; it then counts for nothing.</summary>
    public BaselineEntry? Known { get; init; }

    /// <summary>The entry of the baseline that excused it until it expired.</summary>
    public BaselineEntry? Expired { get; init; }

    /// <summary>Canonical URL of the profile whose rule is broken; <see langword="null"/> for the definition of the type itself.</summary>
    public string? Profile => Issue.Profile;

    /// <summary>The rule that is broken, such as the key of an invariant.</summary>
    public string? Rule => Issue.Rule;

    /// <summary>What to do, where one thing is obvious.</summary>
    public string? Fix => Issue.Fix;

    /// <summary>Whether it counts: no entry of the baseline excuses it.</summary>
    public bool Counts => Known is null;
}
