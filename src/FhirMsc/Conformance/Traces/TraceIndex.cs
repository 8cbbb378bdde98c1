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
    private readonly Dictionary<string, IReadOnlyList<Source>> folders = new(StringComparer.Ordinal);

    /// <summary>Adds to a finding where its element comes from, if its file is one of ours.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="file">Path of the file.</param>
    public Finding Trace(Finding finding, string file)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var full = Path.GetFullPath(file);
        if (Path.GetDirectoryName(full) is not { } folder || ContentFolder(folder) is not { } content || Find(folder, content, Path.GetFileName(full)) is not var (artifact, guideline))
        {
            return finding;
        }

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

    private (Artifact Artifact, Guideline Guideline)? Find(string folder, string content, string name)
    {
        if (!folders.TryGetValue(folder, out var sources))
        {
            var release = FhirRelease.Find(Path.GetFileName(folder))!;
            var files = Directory.EnumerateFiles(content, "*.yaml").Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            sources = folders[folder] =
            [
                .. files.Select(file => Open(Shown(file), release)).OfType<Source>(),
            ];
        }

        foreach (var source in sources)
        {
            if (source.Find(name) is { } artifact)
            {
                return (artifact, source.Guideline);
            }
        }

        return null;
    }

    private static Source? Open(string file, FhirRelease release)
    {
        if (!ArtifactGenerator.Writes(release) || ContentReader.ReadUnchecked(file) is not { } guideline)
        {
            return null;
        }

        try
        {
            return new Source(guideline, ArtifactGenerator.Search(guideline, release));
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            // Content that refers to what it does not hold gives no artifacts, so there is nothing to trace to; 'fhirmsc generate' tells what is wrong with it.
            return null;
        }
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

    private sealed record Source(Guideline Guideline, Func<string, Artifact?> Find);
}
