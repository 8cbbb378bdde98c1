namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>How patient to be with a registry, and how much to take from it.</summary>
public sealed record RegistryOptions
{
    /// <summary>The defaults.</summary>
    public static RegistryOptions Default { get; } = new();

    /// <summary>How often a request is made before giving up.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How long to wait before the second attempt; doubles with each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest wait between two attempts, whatever the server asks for.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a server may stay silent.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Size of the largest archive, in bytes.</summary>
    public long MaxArchiveBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Size of the largest list of versions, in bytes.</summary>
    public long MaxListingBytes { get; init; } = 32L * 1024 * 1024;
}
