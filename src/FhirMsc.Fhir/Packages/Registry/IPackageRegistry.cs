using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>Where packages are fetched from.</summary>
public interface IPackageRegistry
{
    /// <summary>Lists the versions of a package.</summary>
    Task<RegistryAnswer<PackageListing>> ListAsync(string name, CancellationToken stop);

    /// <summary>Fetches an archive and checks it against its digest.</summary>
    /// <param name="version">The version to fetch.</param>
    /// <param name="path">File to write; what is there is overwritten. It is left in pieces if the answer is an issue.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>What went wrong; <see langword="null"/> if the archive is there and is what the registry announced.</returns>
    Task<Issue?> FetchAsync(ListedVersion version, string path, IProgress<FetchProgress>? progress, CancellationToken stop);
}
