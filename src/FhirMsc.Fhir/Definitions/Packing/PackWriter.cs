using System.IO.Compression;
using System.Text;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// Writes a pack. Same content, same bytes: everything is sorted, nothing comes from a clock. Each block is built twice: the first time finds out which
/// strings it uses; strings that several blocks use go to the shared block, number 0.
/// </summary>
internal static class PackWriter
{
    private const int Quality = 11;
    private const int Window = 22;

    public static byte[] Write(PackContent content)
    {
        var blocks = Blocks(content);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        var used = blocks.Select(block => Collect(block, uses)).ToList();
        var shared = Sort(uses.Where(use => use.Value > 1).Select(use => use.Key));
        var sharedNumbers = Number(shared, 0);

        List<byte[]> raw = [Block(shared, [])];
        for (var i = 0; i < blocks.Count; i++)
        {
            var own = Sort(used[i].Where(text => uses[text] == 1));
            var numbers = Number(own, shared.Count);
            var output = new PackOutput(text => sharedNumbers.TryGetValue(text, out var number) ? number : numbers[text]);
            raw.Add(Block(own, [.. blocks[i].Select(write => Entry(output, write))]));
        }

        var compressed = raw.ConvertAll(Compress);
        var index = new PackOutput(_ => throw new InvalidOperationException("The index has no string table."));
        PackIndex.Write(index, [.. raw.Zip(compressed, (r, c) => (c.Length, r.Length))], content);
        var indexCompressed = Compress(index.Written.ToArray());
        var head = new PackOutput(_ => 0);
        head.Number(indexCompressed.Length);
        head.Number(index.Written.Length);
        return [.. PackIndex.Signature, .. head.Written, .. indexCompressed, .. compressed.SelectMany(block => block)];
    }

    /// <summary>The entries of each block, from block 1 on, as what writes them.</summary>
    private static List<List<Action<PackOutput>>> Blocks(PackContent content)
    {
        var entries = content.Structures.Select(item => (item.Block, item.Place, Write: (Action<PackOutput>)(output => StructurePacking.Write(output, item.Value))))
            .Concat(content.ValueSets.Select(item => (item.Block, item.Place, Write: (Action<PackOutput>)(output => TerminologyPacking.Write(output, item.Value)))))
            .Concat(content.CodeSystems.Select(item => (item.Block, item.Place, Write: (Action<PackOutput>)(output => TerminologyPacking.Write(output, item.Value)))));
        return [.. entries.GroupBy(entry => entry.Block).OrderBy(block => block.Key).Select(block => block.OrderBy(entry => entry.Place).Select(entry => entry.Write).ToList())];
    }

    private static HashSet<string> Collect(List<Action<PackOutput>> block, Dictionary<string, int> uses)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var output = new PackOutput(text =>
        {
            if (found.Add(text))
            {
                uses[text] = uses.GetValueOrDefault(text) + 1;
            }

            return 0;
        });
        block.ForEach(write => Entry(output, write));
        return found;
    }

    private static byte[] Entry(PackOutput output, Action<PackOutput> write)
    {
        output.Clear();
        write(output);
        return output.Written.ToArray();
    }

    private static List<string> Sort(IEnumerable<string> texts) => [.. texts.Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Number(List<string> texts, int start) => texts.Select((text, i) => (text, i)).ToDictionary(pair => pair.text, pair => pair.i + start, StringComparer.Ordinal);

    private static byte[] Block(List<string> texts, List<byte[]> entries)
    {
        var bytes = texts.ConvertAll(Encoding.UTF8.GetBytes);
        var lengths = new PackOutput(_ => 0);
        foreach (var table in new[] { bytes, entries })
        {
            lengths.Number(table.Count);
            table.ForEach(item => lengths.Number(item.Length));
        }

        return [.. lengths.Written, .. bytes.SelectMany(text => text), .. entries.SelectMany(entry => entry)];
    }

    private static byte[] Compress(byte[] raw)
    {
        var into = new byte[BrotliEncoder.GetMaxCompressedLength(raw.Length)];
        return BrotliEncoder.TryCompress(raw, into, out var written, Quality, Window) ? into[..written] : throw new InvalidOperationException("Brotli refused a block.");
    }
}
