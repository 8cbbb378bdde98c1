namespace FhirMsc.Decisions.Sites;

/// <summary>One local code of a site.</summary>
/// <param name="System">Code system.</param>
/// <param name="Code">The code.</param>
/// <param name="Use">What to make of it.</param>
/// <param name="ConceptSystem">Code system of the published concept that it means; <see langword="null"/> for <see cref="SiteCodeUse.Ignore"/>.</param>
/// <param name="Concept">Code of that concept.</param>
public sealed record SiteCode(string System, string Code, SiteCodeUse Use, string? ConceptSystem, string? Concept);
