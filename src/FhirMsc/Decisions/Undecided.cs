namespace FhirMsc.Decisions;

/// <summary>One thing that could not be told.</summary>
/// <param name="What">Id of the input that is missing, or of the variable or condition that has no answer.</param>
/// <param name="Reason">Why, for the integrator; no patient data.</param>
/// <param name="Text">What to tell the clinician, as the plan's author wrote it; <see langword="null"/> if the plan has no words for it.</param>
public sealed record Undecided(string What, string Reason, string? Text);
