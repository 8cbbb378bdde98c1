using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Inputs;

/// <summary>
/// The release that a file's surroundings tell, since most resources do not say it themselves: a folder <c>r4</c>, <c>r4b</c> or <c>r5</c> beside a folder
/// <c>content</c> or inside <c>profiles</c> is one of ours; a folder with <c>package.json</c> is an unpacked package, whose <c>fhirVersions</c> say it.
/// </summary>
internal sealed class ReleaseFolders
{
    private readonly ConcurrentDictionary<string, FhirRelease?> known = new(StringComparer.Ordinal);

    /// <summary>The release, or <see langword="null"/> if the surroundings do not tell.</summary>
    public FhirRelease? ReleaseOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder ? known.GetOrAdd(folder, Look) : null;

    private static FhirRelease? Look(string folder)
    {
        var name = Path.GetFileName(folder);
        var parent = Path.GetDirectoryName(folder);
        var release = FhirRelease.All.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.OrdinalIgnoreCase));
        if (release is not null && parent is not null && (Directory.Exists(Path.Combine(parent, "content")) || Path.GetFileName(parent) == "profiles"))
        {
            return release;
        }

        var manifest = Path.Combine(folder, "package.json");
        try
        {
            return File.Exists(manifest) && JsonParser.Parse(File.ReadAllBytes(manifest)).Tree is { } tree
                ? tree.Root.ChildrenNamed("fhirVersions").Select(version => FhirRelease.Find(version.Text ?? string.Empty)).FirstOrDefault(found => found is not null)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The manifest only hints at the release; without it the resource itself is asked.
            return null;
        }
    }
}
