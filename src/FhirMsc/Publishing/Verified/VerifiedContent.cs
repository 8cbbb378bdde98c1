namespace FhirMsc.Publishing.Verified;

/// <summary>What was kept of an edition that passed the gate.</summary>
/// <param name="Catalog">What is published.</param>
/// <param name="Guidelines">What the guidelines are called.</param>
public sealed record VerifiedContent(Catalog Catalog, IReadOnlyList<GuidelineTitle> Guidelines);
