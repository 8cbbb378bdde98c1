namespace FhirMsc.Fhir.Packages;

/// <summary>The files of a package that was unpacked to disk, read when asked for.</summary>
internal sealed class FolderFiles : IPackageFiles
{
    private readonly string folder;
    private readonly PackageLimits limits;
    private readonly HashSet<string> known;

    public FolderFiles(string folder, PackageLimits limits)
    {
        this.folder = folder;
        this.limits = limits;

        // One more than allowed tells the caller that there are too many. Links may lead anywhere, so they are no files of the package.
        Names = [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => file.LinkTarget is null).Select(file => file.Name).Take(limits.MaxEntries + 1).Order(StringComparer.Ordinal)];
        known = Names.ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Names { get; }

    public ReadOnlyMemory<byte>? Read(string name)
    {
        var path = Path.Combine(folder, name);
        return known.Contains(name) && new FileInfo(path) is { Exists: true } file && file.Length <= limits.MaxFileBytes ? new ReadOnlyMemory<byte>(File.ReadAllBytes(path)) : default(ReadOnlyMemory<byte>?);
    }
}
