namespace FhirMsc.Publishing.Ledger;

/// <summary>A version of a guideline's content that was released.</summary>
/// <param name="Guideline">Id of the guideline.</param>
/// <param name="Version">Its version.</param>
/// <param name="Content">Digest of the content, see <see cref="FhirMsc.Content.Changes.ContentDigest"/>.</param>
public sealed record ReleasedVersion(string Guideline, string Version, string Content);
