namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>One version of a package in a registry.</summary>
/// <param name="Name">Name of the package.</param>
/// <param name="Version">The version.</param>
/// <param name="Archive">Where its archive is.</param>
/// <param name="Sha512">Digest that the registry announces, <c>sha512-BASE64</c>; <see langword="null"/> if none.</param>
/// <param name="Sha1">Older digest, in hexadecimal; <see langword="null"/> if none.</param>
public sealed record ListedVersion(string Name, string Version, Uri Archive, string? Sha512, string? Sha1)
{
    /// <summary><c>name@version</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
