using BenchmarkDotNet.Attributes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Benchmarks;

/// <summary>Compiling and evaluating expressions on Bundle-101 of the examples (133 kB, 18 entries).</summary>
[MemoryDiagnoser]
public class FhirPathBenchmarks
{
    private readonly FhirPathOptions options = new() { Model = FhirModel.For(FhirRelease.R4) };
    private byte[] bytes = [];
    private Node bundle;
    private FhirPathExpression expression = null!;

    /// <summary>The expression.</summary>
    [ParamsSource(nameof(Expressions))]
    public string Expression { get; set; } = string.Empty;

    /// <summary>The expressions: a path, a chain of where and ofType, a walk over everything.</summary>
    public static IEnumerable<string> Expressions => PeerComparison.Expressions;

    /// <summary>Parses the Bundle and compiles the expression.</summary>
    [GlobalSetup]
    public void Load()
    {
        bytes = Examples.Named(PeerComparison.Resource);
        bundle = JsonParser.Parse(bytes).Tree!.Root;
        expression = FhirPathExpression.Compile(Expression, options).Expression!;
    }

    /// <summary>Text to delegates.</summary>
    [Benchmark]
    public FhirPathCompilation Compile() => FhirPathExpression.Compile(Expression, options);

    /// <summary>Over a tree that is there.</summary>
    [Benchmark(Baseline = true)]
    public int Evaluate() => expression.Evaluate(bundle).Items.Count;

    /// <summary>From bytes to the result; its allocations are to stay under three times the size of the input.</summary>
    [Benchmark]
    public int ParseAndEvaluate() => expression.Evaluate(JsonParser.Parse(bytes).Tree!.Root).Items.Count;
}
