using System.Text;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

/// <summary>
/// Members of the usual form are read in one go where the end of the text is far enough. So a short text is read in the long way, and the same with white space behind it
/// in the short one: both must come to the same tree and the same issues.
/// </summary>
public class JsonMemberTests
{
    private const int Seed = 20261126;

    private static readonly string[] Texts =
    [
        """{"resourceType":"Patient","id":"a","active":true}""",
        """{"id":"a","_id":{"id":"x"},"id":"b","code":[]}""",
        """{"_given":[null,{"id":"x"}],"given":["a",null]}""",
        """{"\u0069d":"a","id":"b","text":"\"q\" \u00e9\\"}""",
        """{"noSuchElement":"a","noSuchElement":{"id":1}}""",
        """{"comparisonOfTheLongest":"x","multipleBirthInteger":2}""",
        """{"a":{"code":"1","system":"2"},"b":[[1,"2"],[]]}""",
        """{"system":"http://x.test/of-more-than-32-bytes/a","x":null}""",
        """{"resourceType":"Consent","provision":{"resourceType":"A"}}""",
        """{ "id" : "a" , "code":"b", "text" :"c","url": "d"}""",
    ];

    private static readonly byte[] Pieces = [.. "{}[]:,\"\\/ \t\n-.01eutfnd_\u0001"u8];

    [Fact]
    public void Both_ways_come_to_the_same()
    {
        var random = new Random(Seed);
        var (whole, broken) = (0, 0);
        foreach (var limits in (JsonLimits[])[JsonLimits.Default, new() { KeepEmpty = true }, new() { MaxStringBytes = 8 }, new() { MaxNodes = 4 }])
        {
            for (var round = 0; round < 10_000; round++)
            {
                var text = Damage.Do(Texts[round % Texts.Length], Pieces, random);
                var slow = Outcome(JsonParser.Parse(text, limits: limits));
                var fast = Outcome(JsonParser.Parse((byte[])[.. text, .. Enumerable.Repeat((byte)' ', 128)], limits: limits));
                Assert.True(slow == fast, $"Seed {Seed}, round {round}: {Encoding.UTF8.GetString(text)}\n{slow}\n{fast}");
                whole += slow.StartsWith('{') ? 1 : 0;
                broken += slow.Contains("syntax", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(whole > 2_000 && broken > 2_000, $"{whole} {broken}");
    }

    /// <summary>The tree with the places of its nodes, and the issues with theirs; where a text that is cut off ends depends on what is behind it.</summary>
    private static string Outcome(ParseResult result)
    {
        var issues = string.Join('\n', result.Issues.Select(issue => $"{issue.Kind.Id} {issue.Path} {(issue.Kind == JsonIssues.Syntax ? 0 : issue.Position?.Offset)}"));
        return result.Tree is not { } tree ? issues : Describe(tree.Root) + issues;
    }

    private static string Describe(Node node) =>
        $"{{{node.Name} {node.Kind} {node.Text} {node.IsArrayItem} {node.IsPrimitive} {node.Position.Offset} {node.ResourceType} {string.Concat(node.Children.Select(Describe))}}}";
}
