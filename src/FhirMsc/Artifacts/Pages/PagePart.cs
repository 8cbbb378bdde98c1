using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Pages;

/// <summary>Something that the page says, as it goes into the section where the page says it.</summary>
/// <param name="Origin">Where it comes from; its place decides about section and order.</param>
/// <param name="Show">Adds it to a narrative.</param>
/// <param name="Entry">Reference to the resource that says it in structured form; <see langword="null"/> if there is none.</param>
internal sealed record PagePart(Origin Origin, Action<Xhtml> Show, string? Entry = null);
