using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class SnapshotGeneratorTests
{
    [Fact]
    public void Bases_without_a_snapshot_get_theirs_on_the_way()
    {
        var profiles = Enumerable.Range(0, 5).Select(i => Draft.Profile("Patient", $$"""{"path":"Patient.{{Names[i]}}","min":1}""", $"http://test/{i}", i == 0 ? null : $"http://test/{i - 1}")).ToArray();

        var snapshot = Draft.Clean(profiles[^1], profiles);

        Assert.All(Names, name => Assert.Equal(1, snapshot.At("Patient." + name).Min));
    }

    [Fact]
    public void Results_are_kept_and_the_same_for_all_threads()
    {
        var first = Draft.Profile("Patient", """{"path":"Patient.name","min":1}""", "http://test/base");
        var second = Draft.Profile("Patient", """{"path":"Patient.name.family","min":1}""", from: "http://test/base");
        var generator = new SnapshotGenerator(new DraftDefinitions(FhirModel.For(FhirRelease.R4), [first, second]));

        var results = new SnapshotResult[64];
        Parallel.For(0, results.Length, i => results[i] = generator.Generate(second));

        Assert.All(results, result => Assert.Same(results[0], result));
    }

    [Fact]
    public void A_source_gives_every_structure_a_snapshot()
    {
        var source = new SnapshotSource(new DraftDefinitions(FhirModel.For(FhirRelease.R4), [Draft.Profile("Patient", """{"path":"Patient.name","min":1}"""), Draft.Profile("Patient", string.Empty, "http://test/lost", "http://test/nowhere")]));

        Assert.Equal(1, source.FindStructure("http://test/profile")!.Snapshot!.At("Patient.name").Min);
        Assert.Same(source.FindStructure("http://test/profile"), source.FindStructure("http://test/profile"));
        Assert.NotNull(source.FindStructure(Draft.Core + "Patient")!.Snapshot);
        Assert.NotNull(source.FindValueSet("http://hl7.org/fhir/ValueSet/administrative-gender"));
        Assert.Null(source.FindStructure("http://test/none"));
        Assert.Null(source.FindStructure("http://test/lost")!.Snapshot);
        Assert.Equal("snapshot-unknown-base", Assert.Single(source.Explain("http://test/lost")!.Issues).Kind.Id);
        Assert.Empty(source.Explain(Draft.Core + "Patient")!.Issues);
    }

    [Theory]
    [InlineData("R4")]
    [InlineData("R4B")]
    [InlineData("R5")]
    public void Every_release_is_served(string release)
    {
        var result = Draft.Generate(FhirRelease.Find(release)!, Draft.Profile("PlanDefinition", """{"path":"PlanDefinition.action.action.title","min":1}"""));

        Assert.Empty(result.Issues);
        Assert.Equal(1, result.Structure!.Snapshot!.At("PlanDefinition.action.action.title").Min);
    }

    [Fact]
    public void A_differential_is_sorted_into_the_order_of_the_base()
    {
        var mixed = Draft.Profile("Patient", """
            {"path":"Patient.birthDate","min":1},
            {"path":"Patient.name","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"}},
            {"path":"Patient.name","sliceName":"b"},{"path":"Patient.name.use","min":1},{"path":"Patient.name.id","min":1},
            {"path":"Patient"},{"path":"Patient.active","min":1}
            """);
        var definitions = new DraftDefinitions(FhirModel.For(FhirRelease.R4), []);

        var sorted = DifferentialOrder.Sort(mixed, definitions);

        Assert.Equal(["Patient", "Patient.active", "Patient.name", "Patient.name", "Patient.name.id", "Patient.name.use", "Patient.birthDate"], sorted.Differential!.Select(element => element.Path));
        Assert.Empty(Draft.Generate(sorted).Issues);
        Assert.Equal("snapshot-order", Draft.Generate(mixed).Issues[0].Kind.Id);
    }

    private static readonly string[] Names = ["identifier", "active", "name", "telecom", "gender"];
}
