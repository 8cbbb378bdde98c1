using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions.Sites;

/// <summary>One setting of a site's file.</summary>
/// <param name="Name">Name of the plan's variable.</param>
/// <param name="Position">Where it stands in the text.</param>
/// <param name="Values">Its values.</param>
internal sealed record SiteSetting(string Name, SourcePosition? Position, IReadOnlyList<Item> Values);
