using System.Buffers;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Json;
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

    [Fact]
    public void A_collection_holds_every_resource_byte_for_byte_alike()
    {
        var bytes = new ArrayBufferWriter<byte>();
        BundleWriter.WriteCollection(Catalog, bytes, "http://x.test");
        var bundle = JsonParser.Parse(bytes.WrittenMemory).Tree!.Root;
        var entries = bundle.ChildrenNamed("entry").ToList();

        Assert.Equal("collection", bundle.Child("type").Text);
        Assert.Equal(Catalog.Artifacts.Count, entries.Count);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Child("fullUrl").Text).Distinct().Count());
        foreach (var (entry, artifact) in entries.Zip(Catalog.Artifacts))
        {
            Assert.Equal(artifact.Json.ToArray(), JsonWriter.Write(entry.Child("resource"), JsonForm.Indented));
        }
    }
}
