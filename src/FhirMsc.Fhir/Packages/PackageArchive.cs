using System.Formats.Tar;
using System.IO.Compression;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages;

/// <summary>
/// Unpacks an npm archive (tar in gzip) into memory. Nothing is written to disk, so a path that climbs out of the folder could do no harm here; it is
/// refused all the same, since the package would do harm elsewhere.
/// </summary>
internal sealed class PackageArchive(string source, PackageLimits limits, ICollection<Issue> issues)
{
    private const string Folder = "package/";

    /// <summary>No file system takes longer names, and no package has any.</summary>
    private const int MaxNameLength = 255;

    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
    private bool refused;

    /// <summary>The files right in the folder <c>package</c>; <see langword="null"/> if the archive is refused.</summary>
    public IPackageFiles? Read(Stream archive)
    {
        try
        {
            using var packed = new GzipTail(archive);
            using var gzip = new GZipStream(packed, CompressionMode.Decompress);
            using var unpacked = new LimitedStream(gzip, packed, limits);
            using var guarded = new TarHeaderGuard(unpacked);
            using var tar = new TarReader(guarded);
            ReadEntries(tar);

            // To the last byte, so that an archive that was cut short behind its last file is noticed.
            unpacked.CopyTo(Stream.Null);
            packed.CopyTo(Stream.Null);
            if (!packed.Ends(unpacked.Count))
            {
                Refuse(PackageIssues.Archive, source);
            }
        }
        catch (SizeLimitException limit)
        {
            Refuse(PackageIssues.TooLarge, source, limit.What, limit.Limit);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException or OverflowException or InvalidOperationException)
        {
            // What the framework's readers throw at bytes that are no gzip or no tar, or that end too early.
            Refuse(PackageIssues.Archive, source);
        }

        return refused ? null : new ArchiveFiles(files);
    }

    private void ReadEntries(TarReader tar)
    {
        var count = 0;
        while (tar.GetNextEntry() is { } entry)
        {
            if (++count > limits.MaxEntries)
            {
                throw new SizeLimitException("The number of files", $"{limits.MaxEntries}");
            }

            Take(entry);
        }

        if (count == 0)
        {
            Refuse(PackageIssues.Archive, source);
        }
    }

    private void Take(TarEntry entry)
    {
        var name = Name(entry.Name);
        if (name is null)
        {
            Refuse(PackageIssues.Path, source, Shown(entry.Name));
            return;
        }

        switch (entry.EntryType)
        {
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                Keep(name, entry);
                break;
            case TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes:
                break;
            case TarEntryType.SymbolicLink or TarEntryType.HardLink:
                Refuse(PackageIssues.Link, source, Shown(entry.Name));
                break;
            default:
                Refuse(PackageIssues.EntryType, source, Shown(entry.Name), entry.EntryType);
                break;
        }
    }

    private void Keep(string name, TarEntry entry)
    {
        if (entry.Length > limits.MaxFileBytes)
        {
            throw new SizeLimitException("The size of a file", $"{limits.MaxFileBytes} bytes");
        }

        // Folders inside the package hold pictures, schemas and examples: no definitions.
        if (!name.StartsWith(Folder, StringComparison.Ordinal) || name.AsSpan(Folder.Length).Contains('/'))
        {
            return;
        }

        // The buffer grows with what really comes, whatever length the header claims.
        using var content = new MemoryStream();
        entry.DataStream?.CopyTo(content);
        if (!files.TryAdd(name[Folder.Length..], content.ToArray()))
        {
            Refuse(PackageIssues.Duplicate, source, Shown(entry.Name));
        }
        else if (!names.Add(name))
        {
            Refuse(PackageIssues.Case, source, Shown(entry.Name));
        }
    }

    /// <summary>A path in the archive's own terms, or <see langword="null"/> if it leads out of the archive or is no path on some system.</summary>
    private static string? Name(string path)
    {
        var name = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        var hostile = name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Any(char.IsControl)
            || name.Split('/').Any(part => part == ".." || part.Length > MaxNameLength);
        return hostile ? null : name;
    }

    /// <summary>A name from the archive, fit to be shown.</summary>
    private static string Shown(string name) => string.Concat((name.Length > 120 ? name[..120] + "…" : name).Select(c => char.IsControl(c) ? '\uFFFD' : c));

    private void Refuse(IssueKind kind, params ReadOnlySpan<object?> arguments)
    {
        refused = true;
        issues.Add(kind.At(string.Empty, null, arguments));
    }
}
