namespace FhirMsc.Fhir.Packages;

/// <summary>The files of an unpacked archive, in memory.</summary>
internal sealed class ArchiveFiles(SortedDictionary<string, byte[]> files) : IPackageFiles
{
    public IReadOnlyList<string> Names { get; } = [.. files.Keys];

    public ReadOnlyMemory<byte>? Read(string name) => files.TryGetValue(name, out var bytes) ? new ReadOnlyMemory<byte>(bytes) : default(ReadOnlyMemory<byte>?);
}
