namespace FhirMsc.Fhir.Packages;

/// <summary>One package that a project uses, down to its bytes.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version.</param>
/// <param name="Sha512">Digest of the archive, <c>sha512-BASE64</c>.</param>
public sealed record PackagePin(string Name, string Version, string Sha512)
{
    /// <summary><c>name@version</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
