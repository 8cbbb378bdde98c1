namespace FhirMsc.Publishing;

/// <summary>Everything that an edition is built from, as it was at one moment.</summary>
/// <param name="Files">The content files, one guideline each.</param>
/// <param name="Ledger">The list of released versions; <see langword="null"/> if there is none.</param>
public sealed record EditionSource(IReadOnlyList<ContentFile> Files, ReadOnlyMemory<byte>? Ledger)
{
    /// <summary>Reads the files.</summary>
    /// <param name="contentFiles">Paths of the content files.</param>
    /// <param name="ledgerFile">Path of the ledger, which need not exist.</param>
    /// <exception cref="IOException">The ledger can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The ledger may not be read.</exception>
    public static EditionSource Read(IEnumerable<string> contentFiles, string ledgerFile)
    {
        ArgumentNullException.ThrowIfNull(contentFiles);
        return new EditionSource([.. contentFiles.Select(ContentFile.Read)], File.Exists(ledgerFile) ? File.ReadAllBytes(ledgerFile) : (ReadOnlyMemory<byte>?)null);
    }
}
