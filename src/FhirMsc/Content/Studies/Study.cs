using FhirMsc.Content.Findings;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>A study as the page describes it. What the page does not say is <see langword="null"/>, even where other sources know it.</summary>
public sealed record Study : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Short name for tables, e.g. first author and year.</summary>
    public required string Label { get; init; }

    /// <summary>Title in our own words.</summary>
    public required string Title { get; init; }

    /// <summary>Label of the reference that reports it.</summary>
    public required string Reference { get; init; }

    /// <summary>Its design.</summary>
    public required StudyDesign Design { get; init; }

    /// <summary>Who was studied, in our own words.</summary>
    public required Statement Population { get; init; }

    /// <summary>The condition of those studied.</summary>
    public required Condition ObservedCondition { get; init; }

    /// <summary>The condition that the guideline wants to know about, when it is another: the evidence is then indirect.</summary>
    public Condition? IntendedCondition { get; init; }

    /// <summary>Country code (ISO 3166-1 alpha-2) where it took place.</summary>
    public string? Country { get; init; }

    /// <summary>How many took part, as printed; <see langword="null"/> when only the arms are printed (see <see cref="ArmTotal"/>).</summary>
    public int? Enrolled { get; init; }

    /// <summary>The arms.</summary>
    public required IReadOnlyList<Arm> Arms { get; init; }

    /// <summary>The endpoints that the page names.</summary>
    public required IReadOnlyList<Endpoint> Endpoints { get; init; }

    /// <summary>The results.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>What limits the results.</summary>
    public required IReadOnlyList<Statement> Limitations { get; init; }

    /// <summary>Other things said of it.</summary>
    public required IReadOnlyList<Statement> Notes { get; init; }

    /// <summary>Sum of the arms; <see langword="null"/> when one of them has no printed count. Derived, not printed.</summary>
    public int? ArmTotal => Arms.Count > 0 && Arms.All(arm => arm.Count is not null) ? Arms.Sum(arm => arm.Count) : null;
}
