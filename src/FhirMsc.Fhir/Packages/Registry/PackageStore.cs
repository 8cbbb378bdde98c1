using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages.Resolution;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>
/// Fetches packages into the first folder of a cache. An archive gets its name only when it is whole, checked and readable, so that other processes never see
/// a part of one, and two that fetch the same package do not disturb each other. Once the registry cannot be reached, nothing more is asked of it.
/// </summary>
public sealed class PackageStore
{
    private readonly IPackageRegistry registry;
    private readonly PackageCache cache;
    private readonly IProgress<FetchProgress>? progress;
    private readonly PackageLimits limits;
    private volatile bool isOffline;

    /// <param name="registry">Where packages come from.</param>
    /// <param name="cache">Where they go.</param>
    /// <param name="progress">Told how far fetching is.</param>
    /// <param name="limits">What to refuse.</param>
    public PackageStore(IPackageRegistry registry, PackageCache cache, IProgress<FetchProgress>? progress = null, PackageLimits? limits = null)
    {
        this.registry = registry;
        this.cache = cache;
        this.progress = progress;
        this.limits = limits ?? PackageLimits.Default;
    }

    /// <summary>Fetches the best version of a package.</summary>
    /// <param name="name">Name of the package.</param>
    /// <param name="range">Which versions will do.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<FetchedVersion> FetchAsync(string name, PackageRange range, CancellationToken stop)
    {
        // The first failure has been reported; the same again for every package would hide it.
        if (isOffline)
        {
            return new FetchedVersion(null, []);
        }

        var (listing, issue) = await registry.ListAsync(name, stop).ConfigureAwait(false);
        if (listing is null)
        {
            return Failed(issue!);
        }

        var best = range.IsLatest && listing.Latest is { } latest && listing.Versions.Any(version => version.Version == latest) ? latest : range.Best(listing.Versions.Select(version => version.Version));
        return listing.Versions.FirstOrDefault(version => version.Version == best) is { } chosen
            ? await FetchAsync(chosen, null, stop).ConfigureAwait(false)
            : new FetchedVersion(null, [PackageIssues.NotInRegistry.At(string.Empty, null, "asked", $"version of {name} that {range} would take")]);
    }

    /// <summary>Fetches a package of a list of pins. What the registry announces must be what is listed.</summary>
    public async Task<FetchedVersion> FetchAsync(PackagePin pin, CancellationToken stop)
    {
        if (isOffline)
        {
            return new FetchedVersion(null, []);
        }

        var (listing, issue) = await registry.ListAsync(pin.Name, stop).ConfigureAwait(false);
        return listing is null ? Failed(issue!)
            : listing.Versions.FirstOrDefault(version => version.Version == pin.Version) is { } version ? await FetchAsync(version with { Sha512 = pin.Sha512 }, pin, stop).ConfigureAwait(false)
            : new FetchedVersion(null, [PackageIssues.NotInRegistry.At(string.Empty, null, "asked", pin)]);
    }

    private async Task<FetchedVersion> FetchAsync(ListedVersion version, PackagePin? pin, CancellationToken stop)
    {
        Directory.CreateDirectory(cache.Target);
        var target = Path.Combine(cache.Target, $"{version.Name}-{version.Version}.tgz");
        var part = Path.Combine(cache.Target, Path.GetRandomFileName() + ".part");
        try
        {
            if (await registry.FetchAsync(version, part, progress, stop).ConfigureAwait(false) is { } issue)
            {
                return Failed(issue);
            }

            var (package, wrong) = FhirPackage.Open(part, limits);
            if (package is null)
            {
                return new FetchedVersion(null, wrong);
            }

            if (package.Manifest.Name != version.Name || package.Manifest.Version != version.Version)
            {
                return new FetchedVersion(null, [PackageIssues.OtherPackage.At(string.Empty, null, pin?.ToString() ?? version.ToString(), package.Manifest)]);
            }

            // Within one folder this is one step: others see the old file or the new one.
            File.Move(part, target, overwrite: true);
            return new FetchedVersion(version.Version, []);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private FetchedVersion Failed(Issue issue)
    {
        isOffline |= issue.Kind == PackageIssues.Offline;
        return new FetchedVersion(null, [issue]);
    }
}
