using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Packages;

/// <summary>
/// A FHIR package: an npm archive (<c>.tgz</c>, unpacked into memory) or a folder that one was unpacked to (files read when asked for). Only files right in
/// the folder <c>package</c> count. Safe to read from several threads.
/// </summary>
public sealed class FhirPackage
{
    private readonly IPackageFiles files;

    private FhirPackage(string source, PackageManifest manifest, IPackageFiles files, IReadOnlyList<PackageEntry> entries)
    {
        Source = source;
        Manifest = manifest;
        this.files = files;
        Entries = entries;
    }

    /// <summary>Where it was read from, as the caller named it.</summary>
    public string Source { get; }

    /// <summary>What its <c>package.json</c> says.</summary>
    public PackageManifest Manifest { get; }

    /// <summary>Its resources, in the order of their file names.</summary>
    public IReadOnlyList<PackageEntry> Entries { get; }

    /// <summary>Opens a package.</summary>
    /// <param name="path">An archive, or a folder that holds <c>package/package.json</c> or <c>package.json</c>.</param>
    /// <param name="limits">What to refuse; <see cref="PackageLimits.Default"/> if <see langword="null"/>.</param>
    /// <returns>The package, and what is wrong with it. An archive that could do harm is refused whole.</returns>
    public static PackageResult Open(string path, PackageLimits? limits = null)
    {
        if (Directory.Exists(path))
        {
            var inner = Path.Combine(path, "package");
            return Open(path, new FolderFiles(Directory.Exists(inner) ? inner : path, limits ?? PackageLimits.Default), limits ?? PackageLimits.Default, []);
        }

        if (!File.Exists(path))
        {
            return new PackageResult(null, [PackageIssues.NotFound.At(string.Empty, null, path)]);
        }

        using var file = File.OpenRead(path);
        return Read(file, Path.GetFileName(path), limits);
    }

    /// <summary>Reads an archive from a stream.</summary>
    /// <param name="archive">The archive: tar in gzip. Read to its end, not closed.</param>
    /// <param name="source">Name for issues.</param>
    /// <param name="limits">What to refuse; <see cref="PackageLimits.Default"/> if <see langword="null"/>.</param>
    /// <returns>The package, and what is wrong with it.</returns>
    public static PackageResult Read(Stream archive, string source, PackageLimits? limits = null)
    {
        List<Issue> issues = [];
        var files = new PackageArchive(source, limits ?? PackageLimits.Default, issues).Read(archive);
        return files is null ? new PackageResult(null, issues) : Open(source, files, limits ?? PackageLimits.Default, issues);
    }

    /// <summary>What a file holds.</summary>
    /// <param name="fileName">Its name in the folder <c>package</c>.</param>
    /// <returns>The bytes; <see langword="null"/> if there is no such file.</returns>
    public ReadOnlyMemory<byte>? Read(string fileName) => files.Read(fileName);

    /// <summary>Reads one resource.</summary>
    /// <param name="entry">One of <see cref="Entries"/>.</param>
    /// <param name="limits">Limits for its JSON.</param>
    /// <returns>The tree and the issues of reading it.</returns>
    public ParseResult Read(PackageEntry entry, JsonLimits? limits = null) =>
        files.Read(entry.FileName) is { } bytes
            ? JsonParser.Parse(bytes, $"{Manifest}/{entry.FileName}", limits)
            : new ParseResult(null, [PackageIssues.File.At(string.Empty, null, Source, entry.FileName)]);

    /// <summary>Name and version.</summary>
    public override string ToString() => Manifest.ToString();

    private static PackageResult Open(string source, IPackageFiles files, PackageLimits limits, List<Issue> issues)
    {
        if (files.Names.Count > limits.MaxEntries)
        {
            return new PackageResult(null, [.. issues, PackageIssues.TooLarge.At(string.Empty, null, source, "The number of files", limits.MaxEntries)]);
        }

        return new ManifestReader(source, issues).Read(files) is { } manifest
            ? new PackageResult(new FhirPackage(source, manifest, files, new PackageIndex(files, source, issues).Read()), issues)
            : new PackageResult(null, issues);
    }
}
