using FhirMsc.Conformance;
using FhirMsc.Publishing;

namespace FhirMsc.Tests.Publishing;

public class CatalogTests
{
    private static Catalog Catalog => Published.Edition.Catalog!;

    [Fact]
    public void Finds_by_reference_and_by_canonical()
    {
        var artifact = Catalog.OfType("ValueSet").First();

        Assert.Same(artifact, Catalog.Find("ValueSet", artifact.Id));
        Assert.Same(artifact, Catalog.FindCanonical(artifact.Url!));
        Assert.Same(artifact, Catalog.FindCanonical($"{artifact.Url}|{artifact.Version}"));
        Assert.Null(Catalog.FindCanonical($"{artifact.Url}|99.0.0"));
        Assert.Null(Catalog.Find("ValueSet", "nothing"));
    }

    [Fact]
    public void Refuses_two_resources_of_one_name()
    {
        var set = Gate.Check(Published.Edition.Sets[0]).Passed!;

        Assert.Throws<ArgumentException>(() => new Catalog(set, set));
    }
}
