using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A section of the page.</summary>
internal sealed record PageSection
{
    /// <summary>Heading as printed; <see langword="null"/> for what stands before the first.</summary>
    public string? Title { get; init; }

    /// <summary>Where the heading stands.</summary>
    public Span Span { get; init; }

    /// <summary>Level of the heading; 0 before the first.</summary>
    public int Level { get; init; }

    /// <summary>What it is for, by the rules <c>sections</c>; <c>front</c> before the first heading, <c>other</c> where no rule fits.</summary>
    public required string Role { get; init; }

    /// <summary>Rule that told the role.</summary>
    public string? Rule { get; init; }

    /// <summary>The section it is part of.</summary>
    public PageSection? Parent { get; init; }

    /// <summary>Number in page order, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Whether it, or a section around it, has a role.</summary>
    public bool Is(string role) => Role == role || Parent?.Is(role) == true;
}
