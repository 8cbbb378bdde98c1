using BenchmarkDotNet.Attributes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Benchmarks;

/// <summary>The snapshots of all profiles and extensions of a release, made anew from their differentials; the definitions are read before.</summary>
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private PackageDefinitions definitions = new();
    private List<StructureDefinition> profiles = [];

    /// <summary>Name and version of the package.</summary>
    [Params("hl7.fhir.r4.examples 4.0.1", "hl7.fhir.r4b.core 4.3.0", "hl7.fhir.r5.core 5.0.0")]
    public string Package { get; set; } = string.Empty;

    /// <summary>Reads the package, which must be on this machine.</summary>
    [GlobalSetup]
    public void Load()
    {
        var parts = Package.Split(' ');
        var path = PackageCache.OfUser().Find(parts[0], parts[1]) ?? throw new FileNotFoundException($"The measurements need {Package} among the packages of this user.");
        definitions = new PackageDefinitions(FhirPackage.Open(path).Package!);
        profiles = [.. definitions.StructureUrls.Select(definitions.FindStructure).OfType<StructureDefinition>().Where(structure => structure is { IsProfile: true, Differential: not null })];
    }

    /// <summary>All of them, with nothing kept from before.</summary>
    [Benchmark]
    public int Generate()
    {
        var generator = new SnapshotGenerator(definitions);
        return profiles.Sum(profile => generator.Generate(profile).Structure?.Snapshot?.Count ?? 0);
    }
}
