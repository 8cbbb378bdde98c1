namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// What stands at the start of a pack: where the blocks are, and which entry of which block holds which definition. Lists are in the order of the URLs,
/// which are there once each.
/// </summary>
internal sealed class PackIndex
{
    private readonly byte[] data;
    private readonly int summariesAt;
    private StructureSummary[]? summaries;

    private PackIndex(byte[] data, int firstBlock)
    {
        this.data = data;
        var input = new PackInput(data);
        Blocks = new PackExtent[input.Int()];
        for (var i = 0; i < Blocks.Length; i++)
        {
            Blocks[i] = new PackExtent(firstBlock, input.Int(), input.Int());
            firstBlock += Blocks[i].Length;
        }

        Structures = Entries(ref input);
        ValueSets = Entries(ref input);
        CodeSystems = Entries(ref input);
        summariesAt = input.Position;
    }

    public PackExtent[] Blocks { get; }

    public PackEntry[] Structures { get; }

    public PackEntry[] ValueSets { get; }

    public PackEntry[] CodeSystems { get; }

    /// <summary>One for each of <see cref="Structures"/>; read when first asked for.</summary>
    public StructureSummary[] Summaries => summaries ??= ReadSummaries();

    /// <summary>First bytes of every pack; the digit is the version of the format.</summary>
    public static ReadOnlySpan<byte> Signature => "FMSC1"u8;

    public static PackIndex Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            throw new InvalidDataException("These are no definitions in this library's format.");
        }

        var head = new PackInput(file[Signature.Length..]);
        var length = head.Int();
        var data = new byte[head.Int()];
        var start = Signature.Length + head.Position;
        DefinitionPack.Decompress(file.Slice(start, length), data);
        return new PackIndex(data, start + length);
    }

    /// <summary>The place of a canonical in a list, or -1. A version must be the definition's own or the start of it (<c>4.0</c> for <c>4.0.1</c>).</summary>
    public static int Find(PackEntry[] entries, string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var url = bar < 0 ? canonical : canonical[..bar];
        int low = 0, high = entries.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(entries[middle].Url, url);
            if (order == 0)
            {
                return bar < 0 || CanonicalVersion.Matches(canonical.AsSpan(bar + 1), entries[middle].Version) ? middle : -1;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }

    public static void Write(PackOutput output, IReadOnlyList<(int Length, int Size)> blocks, PackContent content)
    {
        output.Number(blocks.Count);
        foreach (var (length, size) in blocks)
        {
            output.Number(length);
            output.Number(size);
        }

        Entries(output, content.Structures.Select(item => (item.Value.Url, item.Value.Version, item.Block, item.Place)));
        Entries(output, content.ValueSets.Select(item => (item.Value.Url, item.Value.Version, item.Block, item.Place)));
        Entries(output, content.CodeSystems.Select(item => (item.Value.Url, item.Value.Version, item.Block, item.Place)));
        foreach (var (structure, _, _) in content.Structures)
        {
            output.Inline(structure.Name == structure.Type ? string.Empty : structure.Name);
            output.Inline(structure.Type);
            output.Number(((int)structure.Kind << 3) | ((int)structure.Derivation << 1) | (structure.IsAbstract ? 1 : 0));
        }
    }

    private StructureSummary[] ReadSummaries()
    {
        var input = new PackInput(data.AsSpan(summariesAt));
        var read = new StructureSummary[Structures.Length];
        for (var i = 0; i < read.Length; i++)
        {
            var (name, type, flags) = (input.Inline(), input.Inline(), input.Int());
            read[i] = new StructureSummary(
                Structures[i].Url, Structures[i].Version, name.Length == 0 ? type : name, (StructureKind)(flags >> 3), (StructureDerivation)((flags >> 1) & 3), type, (flags & 1) != 0);
        }

        return read;
    }

    private static PackEntry[] Entries(ref PackInput input)
    {
        var entries = new PackEntry[input.Int()];
        var version = string.Empty;
        for (var i = 0; i < entries.Length; i++)
        {
            // Nearly all have their neighbour's version; the object is shared with it.
            var (url, own) = (input.Inline(), input.Inline());
            version = own == version ? version : own;
            entries[i] = new PackEntry(url, version, input.Int(), input.Int());
        }

        return entries;
    }

    private static void Entries(PackOutput output, IEnumerable<(string Url, string? Version, int Block, int Place)> entries)
    {
        var all = entries.ToList();
        output.Number(all.Count);
        foreach (var (url, version, block, place) in all)
        {
            output.Inline(url);
            output.Inline(version ?? string.Empty);
            output.Number(block);
            output.Number(place);
        }
    }
}
