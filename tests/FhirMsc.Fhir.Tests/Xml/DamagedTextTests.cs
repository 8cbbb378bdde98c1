using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.Xml;

/// <summary>Resources with bytes changed, lost, doubled and put in: reading ends in a tree or an issue, and what was read can be written.</summary>
public class DamagedTextTests(ITestOutputHelper output)
{
    private const int Seed = 4_711;

    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);

    private static readonly byte[][] Bits =
    [
        .. new[]
        {
            "null", "[]", "{}", "[[", "\"\"", "\"_\"", "\"\":1,", ":", "{", "}", "[", "]", ",", "1e999", "-0", "0.00", "true", "\\ud800", "\0", "\"resourceType\"", "\"resourceType\":\"\",", "\"resourceType\":\"Patient\"", "\"extension\"", "<",
            "/>", "<!--", "]]>", "<![CDATA[", "&amp;", "&#x1F600;", "xmlns=\"x\"", "value=\"\"", "<contained>", "<extension url=\"a\"/>", "\uFEFF", "<?x?>", "<div xmlns=\"http://www.w3.org/1999/xhtml\">",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void Reading_ends_in_a_tree_or_an_issue_and_what_was_read_can_be_written()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var resources = new RandomResource(Model, random);
        var trees = 0;
        for (var i = 0; i < 4_000; i++)
        {
            var json = resources.Next();
            var isXml = random.Next(2) == 0;
            var text = Damage(random, isXml ? FhirXmlWriter.Write(JsonParser.Parse(json).Tree!.Root, Model).Utf8 : json);

            var result = isXml ? XmlParser.Parse(text, Model) : JsonParser.Parse(text);
            if (result.Tree is not { } tree)
            {
                Assert.NotEmpty(result.Issues);
                continue;
            }

            trees++;
            Assert.NotNull(JsonParser.Parse(JsonWriter.Write(tree.Root)).Tree);
            if (tree.Root.ResourceType is { Length: > 0 })
            {
                _ = FhirXmlWriter.Write(tree.Root, Model);
            }
        }

        Assert.True(trees > 200, $"only {trees} could be read");
    }

    private static byte[] Damage(Random random, byte[] text)
    {
        var bytes = text.ToList();
        for (var times = random.Next(1, 3); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Bits[random.Next(Bits.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 100), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, Math.Min(random.Next(1, 100), bytes.Count - at)));
                    break;
            }
        }

        return [.. bytes];
    }
}
