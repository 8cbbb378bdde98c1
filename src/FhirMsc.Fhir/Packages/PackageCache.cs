namespace FhirMsc.Fhir.Packages;

/// <summary>
/// Finds packages on this machine: archives <c>NAME-VERSION.tgz</c> in a folder, and packages unpacked to <c>NAME#VERSION</c>, the layout of the FHIR
/// package cache (<c>~/.fhir/packages</c>).
/// </summary>
public sealed class PackageCache
{
    private const string ArchiveEnd = ".tgz";

    private readonly IReadOnlyList<string> folders;

    /// <param name="folders">Folders to look in, the first first. They need not exist.</param>
    public PackageCache(params IReadOnlyList<string> folders) => this.folders = folders;

    /// <summary>
    /// The folders of this user: the one that the environment variable <c>FHIRMSC_PACKAGES</c> names, or <c>~/.cache/fhirmsc/packages</c>; then <c>~/.fhir/packages</c>.
    /// </summary>
    public static PackageCache OfUser()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var own = Environment.GetEnvironmentVariable("FHIRMSC_PACKAGES");
        return new PackageCache(string.IsNullOrEmpty(own) ? Path.Combine(home, ".cache", "fhirmsc", "packages") : own, Path.Combine(home, ".fhir", "packages"));
    }

    /// <summary>The folder that fetched packages are put into: the first one.</summary>
    public string Target => folders.Count > 0 ? folders[0] : string.Empty;

    /// <summary>Which versions of a package are here, in no particular order.</summary>
    /// <param name="name">Its name.</param>
    public IReadOnlyCollection<string> Versions(string name)
    {
        HashSet<string> versions = new(StringComparer.Ordinal);
        if (!IsPlain(name))
        {
            return versions;
        }

        foreach (var folder in folders.Where(Directory.Exists))
        {
            versions.UnionWith(new DirectoryInfo(folder).EnumerateFiles($"{name}-*{ArchiveEnd}").Select(file => file.Name[(name.Length + 1)..^ArchiveEnd.Length]));
            versions.UnionWith(new DirectoryInfo(folder).EnumerateDirectories($"{name}#*").Select(unpacked => unpacked.Name[(name.Length + 1)..]));
        }

        // A name may go on behind the hyphen: "a-b-1.0" is no version of "a".
        versions.RemoveWhere(version => !IsPlain(version) || !char.IsAsciiDigit(version[0]));
        return versions;
    }

    /// <summary>Where the archive of a package lies; <see langword="null"/> if there is none, though it may be here unpacked.</summary>
    public string? FindArchive(string name, string version) =>
        IsPlain(name) && IsPlain(version) ? folders.Select(folder => Path.Combine(folder, $"{name}-{version}{ArchiveEnd}")).FirstOrDefault(File.Exists) : null;

    /// <summary>Where a package lies.</summary>
    /// <param name="name">Its name, e.g. <c>hl7.fhir.r4b.core</c>.</param>
    /// <param name="version">Its version, e.g. <c>4.3.0</c>.</param>
    /// <returns>Path of the archive or folder, for <see cref="FhirPackage.Open(string, PackageLimits?)"/>; <see langword="null"/> if it is not here.</returns>
    public string? Find(string name, string version)
    {
        if (!IsPlain(name) || !IsPlain(version))
        {
            return null;
        }

        foreach (var folder in folders)
        {
            var archive = Path.Combine(folder, $"{name}-{version}{ArchiveEnd}");
            var unpacked = Path.Combine(folder, $"{name}#{version}");
            if (File.Exists(archive) || Directory.Exists(unpacked))
            {
                return File.Exists(archive) ? archive : unpacked;
            }
        }

        return null;
    }

    /// <summary>Names come from manifests too: what is no name must not become a path.</summary>
    internal static bool IsPlain(string name) =>
        name.Length is > 0 and <= 200 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+') && !name.Contains("..", StringComparison.Ordinal);
}
