using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Sites;

/// <summary>One line of a site's file as it stands there, whichever form the file has.</summary>
/// <param name="Place">The node to point at.</param>
/// <param name="System">The local code's system.</param>
/// <param name="Code">The local code.</param>
/// <param name="Display">The local display, if there is one.</param>
/// <param name="Class">What to make of it, as a word of the file; <see langword="null"/> if it does not say.</param>
/// <param name="Concept">The published concept that it means.</param>
internal sealed record SiteEntry(Node Place, Node System, Node Code, Node Display, string? Class, string? Concept);
