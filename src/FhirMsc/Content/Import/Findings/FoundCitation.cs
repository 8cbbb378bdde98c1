using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>A place in the text where references are cited.</summary>
/// <param name="Numbers">The numbers, ranges written out; empty for author and year.</param>
/// <param name="Labels">Labels of the references.</param>
/// <param name="Span">Where.</param>
/// <param name="Before">The words before it.</param>
/// <param name="Block">The block it stands in.</param>
/// <param name="At">First character in the block.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Confidence">Percent.</param>
internal sealed record FoundCitation(IReadOnlyList<int> Numbers, IReadOnlyList<string> Labels, Span Span, string Before, Block Block, int At, string Rule, int Confidence);
