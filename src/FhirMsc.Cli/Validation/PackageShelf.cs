using FhirMsc.Conformance.Inputs;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Packages.Registry;
using FhirMsc.Fhir.Packages.Resolution;

namespace FhirMsc.Cli.Validation;

/// <summary>
/// Opens the packages of a run with all they need: archives, folders and names. Nothing is fetched unless a registry is named, so that a run gives the same
/// answer with and without a network.
/// </summary>
/// <param name="registry">Address of the registry to fetch from; <see langword="null"/> to fetch nothing.</param>
internal sealed class PackageShelf(string? registry)
{
    /// <summary>The content of these is built in.</summary>
    private static readonly string[] BuiltIn =
    [
        "hl7.fhir.r4.core", "hl7.fhir.r4b.core", "hl7.fhir.r5.core", "hl7.fhir.r4.expansions", "hl7.fhir.r4b.expansions", "hl7.fhir.r5.expansions", "hl7.fhir.r4.examples",
    ];

    private readonly Dictionary<string, PackageResult> opened = new(StringComparer.Ordinal);

    /// <summary>What is wrong with packages that were asked for, with the remedy.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What others need and is not at hand.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The packages that are to be checked themselves, by path, so that they are opened once.</summary>
    public IReadOnlyDictionary<string, PackageResult> Opened => opened;

    /// <summary>Opens packages.</summary>
    /// <param name="given">As given with <c>--package</c>.</param>
    /// <param name="inputs">Packages that are to be checked; their definitions hold for themselves.</param>
    /// <param name="stop">Ends fetching.</param>
    /// <returns>The packages in order of precedence.</returns>
    public async Task<IReadOnlyList<FhirPackage>> OpenAsync(IEnumerable<string> given, IEnumerable<InputFile> inputs, CancellationToken stop)
    {
        var packages = new List<FhirPackage>();
        var requests = new List<PackageRequest>();
        foreach (var input in inputs)
        {
            // What is wrong with it is a finding of the run, not of the words.
            if (Read(input.Path) is { } result)
            {
                opened[input.Path] = result;
                packages.AddRange(result.Package is { } package ? [package] : []);
            }
        }

        foreach (var word in given)
        {
            if (!File.Exists(word) && !Directory.Exists(word))
            {
                requests.Add(PackageRequest.Parse(word));
            }
            else if (Read(word) is { } result)
            {
                packages.AddRange(result.Package is { } package ? [package] : []);
                Problems.AddRange(result.Package is null ? result.Issues.Select(issue => $"The package '{word}' can't be used: {issue.Text}") : []);
            }
            else
            {
                Problems.Add($"The package '{word}' can't be read. Check its permissions.");
            }
        }

        if (requests.Count + packages.Count > 0)
        {
            packages.AddRange(await ResolveAsync(requests, packages, stop));
        }

        return packages;
    }

    private static PackageResult? Read(string path)
    {
        try
        {
            return FhirPackage.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<FhirPackage>> ResolveAsync(List<PackageRequest> requests, List<FhirPackage> packages, CancellationToken stop)
    {
        using var client = registry is null ? null : new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 5 }) { Timeout = Timeout.InfiniteTimeSpan };
        var store = client is null ? null : Store(client);
        var resolver = new PackageResolver(PackageCache.OfUser(), store, [.. BuiltIn, .. packages.Select(package => package.Manifest.Name)]);
        var needed = packages.SelectMany(package => package.Manifest.Dependencies).Where(need => !BuiltIn.Contains(need.Key)).Select(need => PackageRequest.Of(need.Key, need.Value));
        var resolution = await resolver.ResolveAsync([.. requests, .. needed], stop);
        var isMissing = requests.Exists(request => resolution.Packages.All(package => package.Manifest.Name != request.Name));
        (isMissing ? Problems : Notes).AddRange(resolution.Issues.Where(issue => issue.Severity != Severity.Information).Select(issue => issue.Text));
        return resolution.Packages;
    }

    private PackageStore? Store(HttpClient client)
    {
        var (address, issue) = RegistryAddress.Find(registry);
        if (address is null)
        {
            Problems.Add(issue!.Text);
            return null;
        }

        return new PackageStore(new NpmRegistry(client, address), PackageCache.OfUser());
    }
}
