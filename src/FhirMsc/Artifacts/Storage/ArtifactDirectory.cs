using FhirMsc.Fhir.Json;

namespace FhirMsc.Artifacts.Storage;

/// <summary>
/// A directory of generated resources: one file each, named <c>Type-id.json</c>. Files that are not named after the resource in them are none of its
/// business and stay.
/// </summary>
/// <param name="path">The directory; made when something is written to it.</param>
public sealed class ArtifactDirectory(string path)
{
    /// <summary>End of the names of files that are not finished.</summary>
    private const string Unfinished = ".json.new";

    /// <summary>The directory.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Makes the directory hold exactly these artifacts. Every file is written under another name first and renamed when all are there, so that an
    /// interruption leaves each file either as it was or as it is to be; generated files that no artifact has any more are removed last.
    /// </summary>
    /// <param name="sets">All sets that belong into the directory.</param>
    /// <returns>What has changed; empty if everything was up to date.</returns>
    /// <exception cref="IOException">The directory can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory may not be written.</exception>
    public IReadOnlyList<Drift> Write(params IReadOnlyCollection<ArtifactSet> sets)
    {
        var drift = Check(sets);
        var artifacts = ByName(sets);
        Directory.CreateDirectory(Path);
        foreach (var left in Directory.EnumerateFiles(Path, $"*{Unfinished}"))
        {
            File.Delete(left);
        }

        var written = drift.Where(change => change.Kind != DriftKind.Stale).Select(change => change.FileName).ToList();
        foreach (var name in written)
        {
            using var file = File.Create(InDirectory(Temporary(name)));
            file.Write(artifacts[name].Json.Span);
        }

        written.ForEach(name => File.Move(InDirectory(Temporary(name)), InDirectory(name), overwrite: true));
        foreach (var stale in drift.Where(change => change.Kind == DriftKind.Stale))
        {
            File.Delete(InDirectory(stale.FileName));
        }

        return drift;
    }

    /// <summary>Compares the directory with the artifacts that it should hold, byte by byte.</summary>
    /// <param name="sets">All sets that belong into the directory.</param>
    /// <returns>The differences by file name; empty if there is none.</returns>
    public IReadOnlyList<Drift> Check(params IReadOnlyCollection<ArtifactSet> sets)
    {
        var artifacts = ByName(sets);
        var drift = artifacts.Values
            .Select(artifact => (artifact.FileName, Kind: Compare(artifact)))
            .Where(file => file.Kind is not null)
            .Select(file => new Drift(file.FileName, file.Kind!.Value));
        var stale = Directory.Exists(Path)
            ? Directory.EnumerateFiles(Path, "*.json").Select(file => System.IO.Path.GetFileName(file)).Where(name => !artifacts.ContainsKey(name) && IsGenerated(name))
                .Select(name => new Drift(name, DriftKind.Stale))
            : [];
        return [.. drift.Concat(stale).OrderBy(change => change.FileName, StringComparer.Ordinal)];
    }

    private static string Temporary(string name) => $"{System.IO.Path.GetFileNameWithoutExtension(name)}{Unfinished}";

    private static Dictionary<string, Artifact> ByName(IEnumerable<ArtifactSet> sets) =>
        sets.SelectMany(set => set.Artifacts).ToDictionary(artifact => artifact.FileName, StringComparer.Ordinal);

    private DriftKind? Compare(Artifact artifact)
    {
        var file = InDirectory(artifact.FileName);
        return !File.Exists(file) ? DriftKind.Missing
            : File.ReadAllBytes(file).AsSpan().SequenceEqual(artifact.Json.Span) ? null
            : DriftKind.Different;
    }

    /// <summary>Whether a file is named after the resource in it, as only generated files are.</summary>
    private bool IsGenerated(string name)
    {
        var root = JsonParser.Parse(File.ReadAllBytes(InDirectory(name))).Tree?.Root;
        return root is { } resource && name == $"{resource.ResourceType}-{(resource.Child("id") is { Exists: true } id ? id.Text : null)}.json";
    }

    private string InDirectory(string name) => System.IO.Path.Combine(Path, name);
}
