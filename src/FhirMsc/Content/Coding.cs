namespace FhirMsc.Content;

/// <summary>A code of a code system.</summary>
/// <param name="System">Canonical URI of the code system.</param>
/// <param name="Code">The code, always text.</param>
/// <param name="Display">The system's own words for it; <see langword="null"/> where they could not be verified or may not be redistributed.</param>
public sealed record Coding(string System, string Code, string? Display = null);
