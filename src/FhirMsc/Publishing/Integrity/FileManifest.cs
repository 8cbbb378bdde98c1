using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Integrity;

/// <summary>
/// The sha256 of every file that is published from a folder, so that a file that was changed, lost or added can be named. Signed as a whole, see
/// <see cref="DetachedSignature"/>.
/// </summary>
/// <param name="Files">Digest in lower-case hex by path: relative, with slashes, in ordinal order.</param>
public sealed record FileManifest(IReadOnlyList<KeyValuePair<string, string>> Files)
{
    /// <summary>Name of the manifest in its folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Name of the signature beside it.</summary>
    public const string SignatureName = "manifest.json.jws";

    /// <summary>The folders below the manifest's own whose files it names: what is generated for each release.</summary>
    private static readonly string[] Folders = [.. FhirRelease.All.Select(release => release.Name.ToLowerInvariant())];

    /// <summary>Reads what lies in the folders of the releases below a folder; hidden and unfinished files are not part of it.</summary>
    /// <exception cref="IOException">A file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static FileManifest Of(string folder) => new([.. Folders.Select(name => Path.Combine(folder, name)).Where(Directory.Exists)
        .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
        .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')))
        .Where(file => !file.Path.Split('/').Any(part => part.StartsWith('.')) && !file.Path.EndsWith(".new", StringComparison.Ordinal) && !file.Path.EndsWith(".part", StringComparison.Ordinal))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .Select(file => KeyValuePair.Create(file.Path, Digest(file.File)))]);

    /// <summary>Reads a manifest.</summary>
    /// <returns>The manifest, or <see langword="null"/> if the bytes are none.</returns>
    public static FileManifest? Read(ReadOnlyMemory<byte> json)
    {
        if (JsonParser.Parse(json, FileName) is not { Tree: { } tree, Issues.Count: 0 } || tree.Root.Child("algorithm").Text != "sha256" || !tree.Root.Child("files").Exists)
        {
            return null;
        }

        var files = tree.Root.ChildrenNamed("files").Select(file => KeyValuePair.Create(file.Child("path").Text ?? string.Empty, file.Child("digest").Text ?? string.Empty)).ToList();
        return files.Any(file => file.Key.Length == 0 || file.Value.Length != 64) ? null : new FileManifest(files);
    }

    /// <summary>The manifest as JSON; the same files give the same bytes.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("algorithm", "sha256");
            json.WriteStartArray("files");
            foreach (var (path, digest) in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteString("digest", digest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>What differs in a folder from this manifest, by name: changed, missing and added files, in ordinal order of the paths.</summary>
    public IReadOnlyList<FileChange> Compare(FileManifest found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var expected = Files.ToDictionary(StringComparer.Ordinal);
        var there = found.Files.ToDictionary(StringComparer.Ordinal);
        return
        [
            .. expected.Keys.Union(there.Keys).Order(StringComparer.Ordinal).Select(path => (expected.GetValueOrDefault(path), there.GetValueOrDefault(path)) switch
            {
                (null, _) => new FileChange(path, FileChangeKind.Added),
                (_, null) => new FileChange(path, FileChangeKind.Missing),
                var (was, now) when was != now => new FileChange(path, FileChangeKind.Changed),
                _ => null,
            }).OfType<FileChange>(),
        ];
    }

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
