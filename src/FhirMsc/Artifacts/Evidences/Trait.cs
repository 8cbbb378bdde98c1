using FhirMsc.Content.Studies;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>One characteristic that defines a variable.</summary>
/// <param name="Origin">Where it comes from.</param>
internal sealed record Trait(Origin Origin)
{
    /// <summary>In words, beside the definition; <see langword="null"/> if the definition says it.</summary>
    public string? Description { get; init; }

    /// <summary>The definition in words.</summary>
    public string? Concept { get; init; }

    /// <summary>The definition as a reference to a <c>Group</c>.</summary>
    public string? Group { get; init; }

    /// <summary>When it is looked at.</summary>
    public TimeFrame? TimeFrame { get; init; }
}
