using BenchmarkDotNet.Attributes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Benchmarks;

/// <summary>Questions about codes, warm, and what the first question costs.</summary>
[MemoryDiagnoser]
public class TerminologyBenchmarks
{
    private const string ValueSet = "http://hl7.org/fhir/ValueSet/";

    private readonly FhirModel model = FhirModel.For(FhirRelease.R4);
    private LocalTerminology terminology = null!;

    /// <summary>Asks every question once.</summary>
    [GlobalSetup]
    public void Load()
    {
        terminology = new LocalTerminology(model);
        PlainCode();
        CodingIn();
        CodingOut();
        Filtered();
        Unit();
        Language();
    }

    /// <summary>A code, whose system the value set tells.</summary>
    [Benchmark(Baseline = true)]
    public MembershipAnswer PlainCode() => terminology.Has(ValueSet + "observation-status|4.0.1", new CodedValue(null, "final"));

    /// <summary>A coding that is in a value set of several systems.</summary>
    [Benchmark]
    public MembershipAnswer CodingIn() => terminology.Has(ValueSet + "observation-interpretation", new CodedValue("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "H"));

    /// <summary>A coding that is not.</summary>
    [Benchmark]
    public MembershipAnswer CodingOut() => terminology.Has(ValueSet + "observation-interpretation", new CodedValue("http://snomed.info/sct", "281302008"));

    /// <summary>A coding in a value set with a filter over a hierarchy.</summary>
    [Benchmark]
    public MembershipAnswer Filtered() => terminology.Has("http://terminology.hl7.org/ValueSet/v3-ActEncounterCode", new CodedValue("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"));

    /// <summary>A unit, by the grammar.</summary>
    [Benchmark]
    public MembershipAnswer Unit() => terminology.HasCode("http://unitsofmeasure.org", "mmol/L");

    /// <summary>A language with a region, by the grammar.</summary>
    [Benchmark]
    public MembershipAnswer Language() => terminology.Has(ValueSet + "all-languages", new CodedValue(null, "en-US"));

    /// <summary>The first question to a terminology over definitions that are decompressed already.</summary>
    [Benchmark]
    public MembershipAnswer First() => new LocalTerminology(model).Has(ValueSet + "observation-status", new CodedValue(null, "final"));

    /// <summary>Lists of all value sets of R4.</summary>
    [Benchmark]
    public int ExpandAll()
    {
        var fresh = new LocalTerminology(model);
        return model.ValueSetUrls.Sum(url => fresh.Expand(url).Codes.Count);
    }
}
