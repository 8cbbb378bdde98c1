using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A block in its section, in page order.</summary>
/// <param name="Block">The block; rows hold theirs in cells.</param>
/// <param name="Section">The section it stands in; a heading stands in the one it opens.</param>
/// <param name="Index">Number in page order, from 0.</param>
internal sealed record Passage(Block Block, PageSection Section, int Index);
