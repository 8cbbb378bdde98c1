using System.IO.Compression;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>An opened pack: its index, and blocks that are decompressed when something in them is asked for. Safe to use from several threads.</summary>
internal sealed class DefinitionPack : IDefinitionSource
{
    private readonly ReadOnlyMemory<byte> file;
    private readonly PackIndex index;
    private readonly PackBlock?[] blocks;
    private readonly StructureDefinition?[] structures;
    private readonly ValueSetDefinition?[] valueSets;
    private readonly CodeSystemDefinition?[] codeSystems;

    public DefinitionPack(ReadOnlyMemory<byte> file)
    {
        this.file = file;
        index = PackIndex.Read(file.Span);
        blocks = new PackBlock?[index.Blocks.Length];
        structures = new StructureDefinition?[index.Structures.Length];
        valueSets = new ValueSetDefinition?[index.ValueSets.Length];
        codeSystems = new CodeSystemDefinition?[index.CodeSystems.Length];
    }

    public IReadOnlyList<StructureSummary> Structures => index.Summaries;

    public IReadOnlyList<string> ValueSetUrls => [.. index.ValueSets.Select(entry => entry.Url)];

    public IReadOnlyList<string> CodeSystemUrls => [.. index.CodeSystems.Select(entry => entry.Url)];

    /// <summary>The pack of a release that is embedded in this library.</summary>
    public static DefinitionPack Open(FhirRelease release)
    {
        var name = $"FhirMsc.Fhir.Definitions.{release.Name.ToLowerInvariant()}.pack";
        using var stream = typeof(DefinitionPack).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The definitions of {release} are missing from the assembly: the build is broken.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new DefinitionPack(bytes);
    }

    public StructureDefinition? FindStructure(string canonical) => Find(index.Structures, structures, canonical, StructurePacking.Read);

    public ValueSetDefinition? FindValueSet(string canonical) => Find(index.ValueSets, valueSets, canonical, TerminologyPacking.ReadValueSet);

    public CodeSystemDefinition? FindCodeSystem(string canonical) => Find(index.CodeSystems, codeSystems, canonical, TerminologyPacking.ReadCodeSystem);

    /// <summary>Two threads may read the same definition at once; both get the object that was first.</summary>
    private T? Find<T>(PackEntry[] entries, T?[] known, string canonical, ReadEntry<T> read)
        where T : class
    {
        var at = PackIndex.Find(entries, canonical);
        if (at < 0)
        {
            return null;
        }

        if (Volatile.Read(ref known[at]) is { } found)
        {
            return found;
        }

        var made = read(Block(entries[at].Block).Entry(entries[at].Place));
        return Interlocked.CompareExchange(ref known[at], made, null) ?? made;
    }

    private PackBlock Block(int number)
    {
        if (Volatile.Read(ref blocks[number]) is { } known)
        {
            return known;
        }

        var extent = index.Blocks[number];
        var data = new byte[extent.Size];
        Decompress(file.Span.Slice(extent.Start, extent.Length), data);
        var block = new PackBlock(data, number == 0 ? null : Block(0));
        return Interlocked.CompareExchange(ref blocks[number], block, null) ?? block;
    }

    private delegate T ReadEntry<T>(PackInput input);

    internal static void Decompress(ReadOnlySpan<byte> from, Span<byte> into)
    {
        if (!BrotliDecoder.TryDecompress(from, into, out var written) || written != into.Length)
        {
            throw new InvalidDataException("A block of the definitions is damaged.");
        }
    }
}
