using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Traces;

/// <summary>
/// Leads from generated files back to the content. A generated file lies in the folder of its release beside the folder <c>content</c>; the content is read
/// and generated again when the first finding asks for it, so that a clean run reads none.
/// </summary>
/// <param name="page">The page as text, to quote from; <see langword="null"/> if it is not at hand.</param>
public sealed class TraceIndex(string? page)
{
    private readonly Dictionary<string, Dictionary<string, Source>> folders = new(StringComparer.Ordinal);

    /// <summary>Adds to a finding where its element comes from, if its file is one of ours.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="file">Path of the file.</param>
    public Finding Trace(Finding finding, string file)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var full = Path.GetFullPath(file);
        if (Path.GetDirectoryName(full) is not { } folder || ContentFolder(folder) is not { } content || !Artifacts(folder, content).TryGetValue(Path.GetFileName(full), out var source))
        {
            return finding;
        }

        var (artifact, guideline) = source;
        var bytes = File.ReadAllBytes(full);
        var drifted = !bytes.AsSpan().SequenceEqual(artifact.Json.Span);
        var path = drifted && JsonParser.Parse(bytes).Tree is { } tree ? DriftedPath.Common(finding.Issue.Path, tree.Root, artifact.Tree.Root)
            : drifted ? artifact.ResourceType
            : finding.Issue.Path;
        var origin = OriginSearch.Nearest(artifact, path);
        return finding with { Origin = origin, IsDrifted = drifted, Sentence = Sentence(guideline, origin) };
    }

    private static string? ContentFolder(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        var content = parent is null ? null : Path.Combine(parent, "content");
        return FhirRelease.Find(Path.GetFileName(folder)) is not null && Directory.Exists(content) ? content : null;
    }

    private Dictionary<string, Source> Artifacts(string folder, string content)
    {
        if (folders.TryGetValue(folder, out var known))
        {
            return known;
        }

        var release = FhirRelease.Find(Path.GetFileName(folder))!;
        var files = Directory.EnumerateFiles(content, "*.yaml").Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var found = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var guideline in files.Select(file => ContentReader.Read(Shown(file)).Guideline).OfType<Guideline>().Where(_ => ArtifactGenerator.Writes(release)))
        {
            foreach (var artifact in ArtifactGenerator.Generate(guideline, release).Artifacts)
            {
                found.TryAdd(artifact.FileName, new Source(artifact, guideline));
            }
        }

        return folders[folder] = found;
    }

    /// <summary>A path as the user would type it here.</summary>
    private static string Shown(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);
        return relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;
    }

    private string? Sentence(Guideline guideline, Origin? origin)
    {
        if (page is null || origin?.Place is not { } place)
        {
            return null;
        }

        var words = string.Join(' ', PageText.Cut(page, guideline.Sections).At(place));
        return words.Length == 0 ? null : words;
    }

    private sealed record Source(Artifact Artifact, Guideline Guideline);
}
