namespace FhirMsc.Fhir.Packages;

/// <summary>What <c>package.json</c> says of a FHIR package.</summary>
public sealed record PackageManifest
{
    /// <summary>Name, e.g. <c>hl7.fhir.r4b.core</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Version, e.g. <c>4.3.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Type, e.g. <c>Core</c>, <c>IG</c>, <c>fhir.examples</c>; <see langword="null"/> if not stated.</summary>
    public string? Type { get; init; }

    /// <summary>What the package's canonical URLs start with; <see langword="null"/> if not stated.</summary>
    public string? Canonical { get; init; }

    /// <summary>Versions of FHIR it is written for, e.g. <c>4.0.1</c>.</summary>
    public IReadOnlyList<string> FhirVersions { get; init; } = [];

    /// <summary>Packages it needs: name → version, in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dependencies { get; init; } = [];

    /// <summary><c>name@version</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
