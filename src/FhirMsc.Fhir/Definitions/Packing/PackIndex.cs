namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// What stands at the start of a pack: where the blocks are, and which entry of which block holds which definition. Lists are in the order of the URLs,
/// which are there once each.
/// </summary>
internal sealed class PackIndex
{
    public required (int Start, int Length, int Size)[] Blocks { get; init; }

    public required PackEntry[] Structures { get; init; }

    /// <summary>One for each of <see cref="Structures"/>, without URL and version.</summary>
    public required StructureSummary[] Summaries { get; init; }

    public required PackEntry[] ValueSets { get; init; }

    public required PackEntry[] CodeSystems { get; init; }

    /// <summary>First bytes of every pack; the digit is the version of the format.</summary>
    public static ReadOnlySpan<byte> Signature => "FMSC1"u8;

    public static PackIndex Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature))
        {
            throw new InvalidDataException("These are no definitions in this library's format.");
        }

        var head = new PackInput(file[Signature.Length..]);
        var (length, size) = (head.Int(), head.Int());
        var start = Signature.Length + head.Position;
        var data = new byte[size];
        DefinitionPack.Decompress(file.Slice(start, length), data);

        var input = new PackInput(data);
        var blocks = new (int Start, int Length, int Size)[input.Int()];
        start += length;
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (start, input.Int(), input.Int());
            start += blocks[i].Length;
        }

        var structures = Entries(ref input);
        return new PackIndex
        {
            Blocks = blocks,
            Structures = structures,
            Summaries = Read(ref input, structures),
            ValueSets = Entries(ref input),
            CodeSystems = Entries(ref input),
        };
    }

    /// <summary>The place of a canonical in a list, or -1. A version must be the definition's own or the start of it (<c>4.0</c> for <c>4.0.1</c>).</summary>
    public static int Find(PackEntry[] entries, string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var url = bar < 0 ? canonical : canonical[..bar];
        var (low, high) = (0, entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(entries[middle].Url, url);
            if (order == 0)
            {
                return bar < 0 || CanonicalVersion.Matches(canonical.AsSpan(bar + 1), entries[middle].Version) ? middle : -1;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
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
        foreach (var (structure, _, _) in content.Structures)
        {
            output.Inline(structure.Name == structure.Type ? string.Empty : structure.Name);
            output.Inline(structure.Type);
            output.Number(((int)structure.Kind << 3) | ((int)structure.Derivation << 1) | (structure.IsAbstract ? 1 : 0));
        }

        Entries(output, content.ValueSets.Select(item => (item.Value.Url, item.Value.Version, item.Block, item.Place)));
        Entries(output, content.CodeSystems.Select(item => (item.Value.Url, item.Value.Version, item.Block, item.Place)));
    }

    private static StructureSummary[] Read(ref PackInput input, PackEntry[] entries)
    {
        var summaries = new StructureSummary[entries.Length];
        for (var i = 0; i < summaries.Length; i++)
        {
            var (name, type, flags) = (input.Inline(), input.Inline(), input.Int());
            summaries[i] = new StructureSummary(
                entries[i].Url, entries[i].Version, name.Length == 0 ? type : name, (StructureKind)(flags >> 3), (StructureDerivation)((flags >> 1) & 3), type, (flags & 1) != 0);
        }

        return summaries;
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
