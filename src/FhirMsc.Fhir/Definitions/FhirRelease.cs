namespace FhirMsc.Fhir.Definitions;

/// <summary>A release of FHIR. Releases are data: everything that differs between them is looked up in their definitions.</summary>
/// <param name="Name">Short name, e.g. <c>R4</c>.</param>
/// <param name="Version">Version of the specification, e.g. <c>4.0.1</c>.</param>
/// <param name="MimeVersion">Value of the MIME type's <c>fhirVersion</c> parameter, e.g. <c>4.0</c>.</param>
public sealed record FhirRelease(string Name, string Version, string MimeVersion)
{
    /// <summary>FHIR R4.</summary>
    public static FhirRelease R4 { get; } = new("R4", "4.0.1", "4.0");

    /// <summary>FHIR R4B.</summary>
    public static FhirRelease R4B { get; } = new("R4B", "4.3.0", "4.3");

    /// <summary>FHIR R5.</summary>
    public static FhirRelease R5 { get; } = new("R5", "5.0.0", "5.0");

    /// <summary>All releases this library knows, oldest first.</summary>
    public static IReadOnlyList<FhirRelease> All { get; } = [R4, R4B, R5];

    /// <summary>Finds a release by its name (any case), its version or its MIME version.</summary>
    /// <returns>The release, or <see langword="null"/> if the text names none.</returns>
    public static FhirRelease? Find(string text) =>
        All.FirstOrDefault(release => string.Equals(release.Name, text, StringComparison.OrdinalIgnoreCase) || release.Version == text || release.MimeVersion == text);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
