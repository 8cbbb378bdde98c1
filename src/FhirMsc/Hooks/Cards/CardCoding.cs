namespace FhirMsc.Hooks.Cards;

/// <summary>A Coding as CDS Hooks has it: system and code are always there.</summary>
/// <param name="System">The code system.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">What a person reads; required for reasons for not following the advice.</param>
public sealed record CardCoding(string System, string Code, string? Display);
