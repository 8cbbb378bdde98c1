namespace FhirMsc.Fhir.Packages;

/// <summary>How much a package may hold before it is refused. The defaults let every published FHIR package through and keep a hostile archive from filling the memory.</summary>
public sealed record PackageLimits
{
    /// <summary>The defaults.</summary>
    public static PackageLimits Default { get; } = new();

    /// <summary>How many files and folders an archive may list.</summary>
    public int MaxEntries { get; init; } = 50_000;

    /// <summary>Size of one file, in bytes, unpacked.</summary>
    public long MaxFileBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Size of all files together, in bytes, unpacked.</summary>
    public long MaxTotalBytes { get; init; } = 2048L * 1024 * 1024;

    /// <summary>How many times its packed size an archive may grow when unpacked, once <see cref="RatioFreeBytes"/> are passed. FHIR packages stay below 20.</summary>
    public int MaxRatio { get; init; } = 50;

    /// <summary>Size, in bytes, below which nobody asks for the ratio.</summary>
    public long RatioFreeBytes { get; init; } = 64L * 1024 * 1024;
}
