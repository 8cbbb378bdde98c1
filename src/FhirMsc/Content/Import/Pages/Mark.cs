namespace FhirMsc.Content.Import.Pages;

/// <summary>A stretch of a block's text that carries markup.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Start">First character in the block's text.</param>
/// <param name="End">First character after it; the same as <paramref name="Start"/> for a link without words.</param>
/// <param name="Target">Target of a link.</param>
/// <param name="Source">Where the markup stands in the page.</param>
internal sealed record Mark(MarkKind Kind, int Start, int End, string? Target, Span Source);
