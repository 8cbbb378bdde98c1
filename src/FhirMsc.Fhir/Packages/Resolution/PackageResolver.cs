using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages.Registry;

namespace FhirMsc.Fhir.Packages.Resolution;

/// <summary>
/// Finds packages with all packages they need: on this machine first, so that nothing depends on the network that need not; what is missing is fetched if a
/// registry is given. Of one package one version is used, that of the request nearest to the ones asked for; a request for another is reported.
/// </summary>
public sealed class PackageResolver
{
    /// <summary>No guide needs more; a registry may say anything.</summary>
    private const int MaxPackages = 500;

    private readonly PackageCache cache;
    private readonly PackageStore? store;
    private readonly HashSet<string> provided;
    private readonly PackageLimits limits;

    /// <param name="cache">Where packages are looked for.</param>
    /// <param name="store">Who fetches those that are missing; <see langword="null"/> to fetch nothing.</param>
    /// <param name="provided">Names of packages that need not be there, since their content is: the core packages of the releases that are built in.</param>
    /// <param name="limits">What to refuse.</param>
    public PackageResolver(PackageCache cache, PackageStore? store, IEnumerable<string> provided, PackageLimits? limits = null)
    {
        this.cache = cache;
        this.store = store;
        this.provided = provided.ToHashSet(StringComparer.Ordinal);
        this.limits = limits ?? PackageLimits.Default;
    }

    /// <summary>Finds the packages.</summary>
    /// <param name="requests">The packages asked for.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<PackageResolution> ResolveAsync(IEnumerable<PackageRequest> requests, CancellationToken stop)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        List<FhirPackage> packages = [];
        List<Issue> issues = [];
        var waiting = new Queue<PackageNeed>(requests.Select(request => new PackageNeed(request, null, request.Name)));
        while (waiting.TryDequeue(out var need))
        {
            if (found.Count >= MaxPackages)
            {
                issues.Add(PackageIssues.TooLarge.At(string.Empty, null, need.Request, "the number of packages", MaxPackages));
                break;
            }

            if ((need.By is null || !provided.Contains(need.Request.Name)) && await TakeAsync(need, found, issues, stop).ConfigureAwait(false) is { } package)
            {
                packages.Add(package);
                foreach (var (name, range) in package.Manifest.Dependencies)
                {
                    var request = PackageRequest.Of(name, range);
                    waiting.Enqueue(new PackageNeed(request, package.ToString(), PackageRequest.IsAlias(name, range) ? request.ToString() : request.Name));
                }
            }
        }

        return new PackageResolution(packages, issues);
    }

    /// <summary>The package, if it has not been taken yet.</summary>
    private async Task<FhirPackage?> TakeAsync(PackageNeed need, Dictionary<string, string> found, List<Issue> issues, CancellationToken stop)
    {
        if (PackageRange.Parse(need.Request.Range) is not { } range)
        {
            issues.Add(PackageIssues.Range.At(string.Empty, null, need.Request, By(need)));
            return null;
        }

        if (found.TryGetValue(need.Key, out var taken))
        {
            if (taken.Length > 0 && !range.Has(PackageVersion.Parse(taken)!))
            {
                issues.Add(PackageIssues.Conflict.At(string.Empty, null, need.Request.Name, range, By(need), taken));
            }

            return null;
        }

        // A package that is missing is reported once.
        found[need.Key] = string.Empty;
        if (range.Best(cache.Versions(need.Request.Name)) is not { } version)
        {
            if (store is null)
            {
                issues.Add(PackageIssues.Missing.At(string.Empty, null, need.Request, By(need), cache.Target));
                return null;
            }

            var fetched = await store.FetchAsync(need.Request.Name, range, stop).ConfigureAwait(false);
            issues.AddRange(fetched.Issues);
            if (fetched.Version is null)
            {
                return null;
            }

            version = fetched.Version;
        }

        var (package, wrong) = FhirPackage.Open(cache.Find(need.Request.Name, version)!, limits);
        issues.AddRange(wrong);
        if (package is null)
        {
            return null;
        }

        if (package.Manifest.Name != need.Request.Name || package.Manifest.Version != version)
        {
            issues.Add(PackageIssues.OtherPackage.At(string.Empty, null, $"{need.Request.Name}@{version}", package.Manifest));
            return null;
        }

        found[need.Key] = version;
        return package;
    }

    private static string By(PackageNeed need) => need.By ?? "the caller";
}
