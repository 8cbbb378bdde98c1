using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions.Sites;

/// <summary>One line of a site's file as it stands there, whichever form the file has.</summary>
/// <param name="Path">Where it stands, as a path of keys.</param>
/// <param name="Position">Where it stands in the text.</param>
/// <param name="System">The local code's system.</param>
/// <param name="Code">The local code.</param>
/// <param name="Display">The local display, if there is one.</param>
/// <param name="Class">What to make of it, as a word of the file; <see langword="null"/> if it does not say.</param>
/// <param name="Concept">The published concept that it means.</param>
internal sealed record SiteEntry(string Path, SourcePosition? Position, SiteText System, SiteText Code, SiteText Display, string? Class, string? Concept);
