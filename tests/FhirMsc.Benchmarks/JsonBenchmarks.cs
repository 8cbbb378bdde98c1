using System.Text.Json;
using BenchmarkDotNet.Attributes;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Benchmarks;

/// <summary>Reading and writing all sampled examples once, against System.Text.Json's untyped document on the same bytes.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private IReadOnlyList<byte[]> examples = [];

    /// <summary>Loads the examples and says how many bytes one operation reads, for turning times into throughput.</summary>
    [GlobalSetup]
    public void Load()
    {
        examples = Examples.Mixed();
        Console.WriteLine($"// {examples.Count} resources, {examples.Sum(example => (long)example.Length)} bytes");
    }

    /// <summary>The peer: no tree of elements, no check for duplicates, no pairs of value and underscore.</summary>
    [Benchmark(Baseline = true)]
    public int JsonDocumentParse()
    {
        var objects = 0;
        foreach (var example in examples)
        {
            using var document = JsonDocument.Parse(example);
            objects += document.RootElement.ValueKind == JsonValueKind.Object ? 1 : 0;
        }

        return objects;
    }

    /// <summary>Bytes to tree.</summary>
    [Benchmark]
    public int Parse()
    {
        var nodes = 0;
        foreach (var example in examples)
        {
            nodes += JsonParser.Parse(example).Tree!.Count;
        }

        return nodes;
    }

    /// <summary>Bytes to tree to bytes.</summary>
    [Benchmark]
    public int ParseAndWrite()
    {
        var bytes = 0;
        foreach (var example in examples)
        {
            bytes += JsonWriter.Write(JsonParser.Parse(example).Tree!.Root).Length;
        }

        return bytes;
    }
}
