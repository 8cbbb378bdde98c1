using System.Formats.Tar;
using System.IO.Compression;

namespace FhirMsc.Benchmarks;

/// <summary>The published R4 examples: what all measurements are made on.</summary>
internal static class Examples
{
    private const string Package = "hl7.fhir.r4.examples-4.0.1.tgz";

    /// <summary>Largest resource that is taken; a few huge Bundles would otherwise make up most of the bytes.</summary>
    private const int LargestBytes = 400_000;

    /// <summary>How many resources are taken, evenly over the sorted names.</summary>
    private const int Sample = 780;

    /// <summary>A sample over all kinds of resources, definitions left out.</summary>
    public static IReadOnlyList<byte[]> Mixed()
    {
        var all = Read().Where(file => file.Value.Length <= LargestBytes && !file.Key.StartsWith("StructureDefinition-", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value).ToList();
        return [.. Enumerable.Range(0, Sample).Select(i => all[(int)((long)i * all.Count / Sample)])];
    }

    /// <summary>One resource by its file name.</summary>
    public static byte[] Named(string file) => Read()[file];

    private static Dictionary<string, byte[]> Read()
    {
        var folder = Environment.GetEnvironmentVariable("FHIRMSC_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "fhirmsc", "packages");
        var path = Path.Combine(folder, Package);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The measurements need {Package} in {folder}: run 'npm pack hl7.fhir.r4.examples@4.0.1' there.");
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var tar = new TarReader(zip);
        while (tar.GetNextEntry() is { } entry)
        {
            var name = Path.GetFileName(entry.Name);
            if (entry.DataStream is not null && name.EndsWith(".json", StringComparison.Ordinal) && name != "package.json" && !name.StartsWith('.'))
            {
                using var bytes = new MemoryStream();
                entry.DataStream.CopyTo(bytes);
                files[name] = bytes.ToArray();
            }
        }

        return files;
    }
}
