using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A rating in a text.</summary>
/// <param name="Scheme">Its scheme.</param>
/// <param name="Rule">The form it has.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">First character after it.</param>
/// <param name="Printed">As printed, without brackets around.</param>
/// <param name="Strength">Code of the strength; <see langword="null"/> where none is printed.</param>
/// <param name="Evidence">Code of the quality of evidence; <see langword="null"/> where none is printed.</param>
internal sealed record RatingMatch(Scheme Scheme, Rule Rule, int Start, int End, string Printed, string? Strength, string? Evidence)
{
    /// <summary>Whether it stands before what it rates.</summary>
    public bool IsBefore => Rule.Is == "before";

    /// <summary>Whether it rates at all; NICE's year in brackets only ends a recommendation.</summary>
    public bool Rates => Strength is not null || Evidence is not null;
}
