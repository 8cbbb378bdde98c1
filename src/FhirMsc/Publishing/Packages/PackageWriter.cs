using System.Formats.Tar;
using System.IO.Compression;
using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Bundles;

namespace FhirMsc.Publishing.Packages;

/// <summary>
/// Writes the artifacts of one guideline in one release as a FHIR npm package (https://confluence.hl7.org/display/FHIR/NPM+Package+Specification): a gzipped
/// tar with <c>package/package.json</c>, <c>package/.index.json</c>, the resources, and the page as a document among the examples. The same artifacts give
/// the same bytes: entries are sorted and their times are the date of the content.
/// </summary>
public static class PackageWriter
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>File name of the package, as npm gives it.</summary>
    public static string FileName(Guideline guideline, FhirRelease release) => $"{PackageDescription.NameOf(guideline, release)}-{guideline.Version}.tgz";

    /// <summary>Writes the package.</summary>
    /// <param name="guideline">The guideline.</param>
    /// <param name="set">Its artifacts.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Guideline guideline, ArtifactSet set, Stream output)
    {
        ArgumentNullException.ThrowIfNull(guideline);
        ArgumentNullException.ThrowIfNull(set);
        var time = DateTimeOffset.Parse(guideline.Date.ToInstant(), System.Globalization.CultureInfo.InvariantCulture);
        using var zip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        using var tar = new TarWriter(zip, TarEntryFormat.Ustar, leaveOpen: true);
        foreach (var (name, bytes) in Files(guideline, set))
        {
            using var data = new MemoryStream(bytes, writable: false);
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"package/{name}") { DataStream = data, ModificationTime = time, Mode = Mode });
        }
    }

    private static IEnumerable<KeyValuePair<string, byte[]>> Files(Guideline guideline, ArtifactSet set)
    {
        // package.json comes first, so that readers of a stream know early what they read.
        yield return KeyValuePair.Create("package.json", PackageDescription.Of(guideline, set.Release));
        var definitions = ShippedDefinitions.For(set);
        yield return KeyValuePair.Create(
            ".index.json",
            PackageIndexFile.Of([.. set.Artifacts.Select(artifact => (artifact.FileName, artifact.Tree.Root)), .. definitions.Select(file => (file.Key, JsonParser.Parse(file.Value).Tree!.Root))]));
        foreach (var artifact in set.Artifacts)
        {
            yield return KeyValuePair.Create(artifact.FileName, artifact.Json.ToArray());
        }

        foreach (var definition in definitions)
        {
            yield return definition;
        }

        if (set.Artifacts.Any(artifact => artifact.ResourceType == "Composition"))
        {
            var name = $"Bundle-{guideline.Id}-document.json";
            var document = BundleWriter.Write(set.Artifacts, BundleKind.Document, guideline.Date);
            yield return KeyValuePair.Create("example/.index.json", PackageIndexFile.Of([(name, document.Root)]));
            yield return KeyValuePair.Create($"example/{name}", JsonWriter.Write(document.Root, JsonForm.Indented));
        }
    }
}
