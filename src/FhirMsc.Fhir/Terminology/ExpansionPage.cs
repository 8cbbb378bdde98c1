using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology;

/// <summary>A part of an expansion.</summary>
/// <param name="Codes">The codes of the page, in the order of the value set.</param>
/// <param name="Total">How many codes there are on all pages, as far as known.</param>
/// <param name="IsComplete">Whether the value set has no other codes than those on all pages; if not, <paramref name="Issues"/> says why.</param>
/// <param name="Issues">Why codes may be missing.</param>
public sealed record ExpansionPage(IReadOnlyList<ExpandedCode> Codes, int Total, bool IsComplete, IReadOnlyList<Issue> Issues);
