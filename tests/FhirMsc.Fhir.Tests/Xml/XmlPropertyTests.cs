using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;
using FhirMsc.Suites.Serialization;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.Xml;

public class XmlPropertyTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("R4", 20210421)]
    [InlineData("R4B", 20210422)]
    [InlineData("R5", 20210423)]
    public void Random_resources_survive_the_way_to_xml_and_back(string release, int seed)
    {
        output.WriteLine($"seed {seed}");
        var model = FhirModel.For(FhirRelease.Find(release)!);
        var resources = new RandomResource(model, new Random(seed));
        var nodes = 0;
        for (var i = 0; i < 300; i++)
        {
            var json = resources.Next();
            var original = JsonParser.Parse(json);
            Assert.True(original.IsClean, $"seed {seed}, resource {i}: {string.Join("; ", original.Issues)}\n{Encoding.UTF8.GetString(json)}");
            nodes += original.Tree!.Count;

            var xml = FhirXmlWriter.Write(original.Tree.Root, model);
            var back = XmlParser.Parse(xml.Utf8, model);
            var problem = string.Join("; ", xml.Issues.Concat(back.Issues)) is { Length: > 0 } issues ? issues : TreeComparison.FirstDifference(original.Tree.Root, back.Tree!.Root);
            Assert.True(problem is null, $"seed {seed}, resource {i}: {problem}\n{Encoding.UTF8.GetString(json)}\n{Encoding.UTF8.GetString(xml.Utf8)}");
            Assert.Equal(json, JsonWriter.Write(original.Tree.Root));
        }

        Assert.True(nodes > 10_000, $"only {nodes} nodes");
    }
}
