using System.Buffers;
using BenchmarkDotNet.Attributes;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Results;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Prefetch;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Benchmarks;

/// <summary>$apply of the order-sign plan, and a whole hook call without HTTP, on the main example call (12 kB).</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly ArrayBufferWriter<byte> output = new(64 * 1024);
    private readonly RandomCardIds ids = new();
    private byte[] body = [];
    private Plan plan = null!;
    private PatientData data = null!;
    private HookService service = null!;
    private HookKind hook = null!;

    /// <summary>Builds the catalog and reads the call.</summary>
    [GlobalSetup]
    public void Load()
    {
        var call = ExampleCalls.TwelveKilobytes();
        body = call.Body;
        plan = PlanLibrary.Compile(ExampleCalls.Catalog(), TimeProvider.System).Find(call.Service)!;
        hook = HookKinds.Find(plan.Hook)!;
        service = HookService.For(plan);
        data = PatientDataReader.Read(HookRequestReader.Read(body, hook).Request!, plan.Inputs);
    }

    /// <summary>The plan over data that is there.</summary>
    [Benchmark(Baseline = true)]
    public int Apply() => plan.Apply(data).Actions.Count;

    /// <summary>The same with the resulting Bundle written.</summary>
    [Benchmark]
    public int ApplyToBundle()
    {
        output.ResetWrittenCount();
        RequestBundle.Write(plan.Apply(data), "Patient/1", output);
        return output.WrittenCount;
    }

    /// <summary>From the body of a call to the bytes of the cards.</summary>
    [Benchmark]
    public int HookCall()
    {
        output.ResetWrittenCount();
        CardWriter.Write(service.Answer(HookRequestReader.Read(body, hook).Request!, ids).Cards, output);
        return output.WrittenCount;
    }

    /// <summary>Parsing the body alone.</summary>
    [Benchmark]
    public bool ReadRequest() => HookRequestReader.Read(body, hook).Request is not null;
}
