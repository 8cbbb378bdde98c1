using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>Makes small npm archives, honest and hostile ones.</summary>
internal sealed class ArchiveBuilder
{
    private readonly List<TarEntry> entries = [];

    /// <summary>An archive with a good manifest.</summary>
    public static ArchiveBuilder WithManifest() =>
        new ArchiveBuilder().File("package/package.json", """{"name":"sample","version":"1.0.0","fhirVersions":["4.0.1"],"dependencies":{"hl7.fhir.r4.core":"4.0.1"}}""");

    public ArchiveBuilder File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public ArchiveBuilder File(string name, byte[] content)
    {
        entries.Add(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content), ModificationTime = DateTimeOffset.UnixEpoch });
        return this;
    }

    public ArchiveBuilder Link(TarEntryType type, string name, string target)
    {
        entries.Add(new PaxTarEntry(type, name) { LinkName = target });
        return this;
    }

    public ArchiveBuilder Entry(TarEntryType type, string name)
    {
        entries.Add(new PaxTarEntry(type, name));
        return this;
    }

    /// <summary>The archive: tar in gzip.</summary>
    public byte[] Build()
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, TarEntryFormat.Pax, leaveOpen: true))
        {
            entries.ForEach(writer.WriteEntry);
        }

        return Gzip(tar.ToArray());
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
