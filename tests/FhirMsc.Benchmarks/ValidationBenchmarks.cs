using BenchmarkDotNet.Attributes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Benchmarks;

/// <summary>
/// Validating all sampled examples once on one thread, with everything on: structure, primitives, invariants, bindings, references, extensions and the
/// profiles that the examples claim.
/// </summary>
[MemoryDiagnoser]
public class ValidationBenchmarks
{
    private IReadOnlyList<byte[]> examples = [];
    private ResourceValidator validator = null!;

    /// <summary>Loads the examples and says how many there are and what is found in them, for turning times into throughput.</summary>
    [GlobalSetup]
    public void Load()
    {
        examples = Examples.Mixed();
        validator = new ResourceValidator(FhirModel.For(FhirRelease.R4));
        Console.WriteLine($"// {examples.Count} resources, {examples.Sum(example => (long)example.Length)} bytes, {ParseAndValidate()} findings");
    }

    /// <summary>Bytes to tree, which is part of what the others do.</summary>
    [Benchmark(Baseline = true)]
    public int Parse()
    {
        var nodes = 0;
        foreach (var example in examples)
        {
            nodes += JsonParser.Parse(example).Tree!.Count;
        }

        return nodes;
    }

    /// <summary>Bytes to findings, all schemas compiled: divide the number of resources by the time for resources a second.</summary>
    [Benchmark]
    public int ParseAndValidate() => Run(validator);

    /// <summary>The same with a validator that has compiled nothing yet, in a process that is warm: what a new set of packages costs.</summary>
    [Benchmark]
    public int ParseAndValidateWithNewSchemas() => Run(new ResourceValidator(FhirModel.For(FhirRelease.R4)));

    private int Run(ResourceValidator with)
    {
        var found = 0;
        foreach (var example in examples)
        {
            found += with.Validate(JsonParser.Parse(example).Tree!.Root).Count;
        }

        return found;
    }
}
