using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Fetching;

/// <summary>What came of fetching a page.</summary>
/// <param name="Address">Address after all redirections.</param>
/// <param name="Content">The bytes; <see langword="null"/> when it was refused or failed.</param>
/// <param name="MediaType">Media type the server named.</param>
/// <param name="Issues">Why it was refused or failed.</param>
public sealed record FetchedPage(Uri Address, Stream? Content, string? MediaType, IReadOnlyList<Issue> Issues);
