namespace FhirMsc.Publishing;

/// <summary>What a published guideline is called.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Version">Its business version.</param>
public sealed record GuidelineTitle(string Title, string Version);
