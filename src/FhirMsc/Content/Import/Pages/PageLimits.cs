namespace FhirMsc.Content.Import.Pages;

/// <summary>How much of a page is read.</summary>
public sealed record PageLimits
{
    /// <summary>Bytes; what comes after them is not read, and the draft says so. A guideline page with all its scripts has a tenth of it.</summary>
    public int MaximumBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Characters of one block; longer ones are no sentences and are passed over with a remark.</summary>
    public int MaximumBlock { get; init; } = 60_000;

    /// <summary>Blocks of a page; what comes after them is not read, and the draft says so.</summary>
    public int MaximumBlocks { get; init; } = 20_000;

    /// <summary>How long finding may take; what was not reached by then is listed as not read.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromSeconds(60);
}
