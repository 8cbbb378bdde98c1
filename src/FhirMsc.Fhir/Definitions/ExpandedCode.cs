namespace FhirMsc.Fhir.Definitions;

/// <summary>One code of an expansion.</summary>
/// <param name="System">The code system's URL.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">Its text; <see langword="null"/> if not known.</param>
/// <param name="IsAbstract">Whether it only groups others and must not be used in data.</param>
/// <param name="IsInactive">Whether it is out of use.</param>
public sealed record ExpandedCode(string System, string Code, string? Display, bool IsAbstract = false, bool IsInactive = false);
