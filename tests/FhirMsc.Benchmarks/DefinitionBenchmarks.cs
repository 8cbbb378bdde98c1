using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Benchmarks;

/// <summary>Opening a release and walking all elements of PlanDefinition, once in a fresh process each time: nothing is loaded and nothing is compiled before.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1)]
public class DefinitionBenchmarks
{
    private readonly FhirRelease release = FhirRelease.R4;

    /// <summary>From nothing to the last element.</summary>
    [Benchmark]
    public int OpenAndWalk()
    {
        var elements = 0;
        var known = new HashSet<TypeDefinition>();
        var next = new Stack<TypeDefinition>([FhirModel.For(release).FindType("PlanDefinition")!]);
        while (next.TryPop(out var type))
        {
            if (!known.Add(type))
            {
                continue;
            }

            foreach (var element in type.Elements)
            {
                elements++;
                foreach (var child in type.TypesOf(element))
                {
                    if (child is { Kind: TypeKind.Backbone })
                    {
                        next.Push(child);
                    }
                }
            }
        }

        return elements;
    }
}
