using System.Text;
using System.Text.Json;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

public class JsonScannerTests
{
    private const int MaxDepth = 6;
    private const int Seed = 20261125;

    private static readonly string[] Texts =
    [
        """{"resourceType":"Patient","id":"a","active":true,"name":[{"family":"M\u00fcller","given":["J\"o","\ud83d\ude00"]}],"multipleBirthInteger":-12.50e+3}""",
        """{ "a" : [ null , false , [ ] , { } , 0 , -0.0 , 1E-2 , "" ] , "long property name of more than sixteen bytes" : "and a text of more than sixteen bytes, too" }""",
        "{\"a\":{\"b\":{\"c\":[[[1]]]}},\r\n\t\"d\":\"\\b\\f\\n\\r\\t\\/\\\\\"}",
        "[1, 2]",
        "\"text\"",
        "12",
    ];

    /// <summary>Bytes that mean something in JSON, or that must not stand there.</summary>
    private static readonly byte[] Pieces = [.. "{}[]:,\"\\/ \t\r\n-+.0123456789eEtruefalsnNu\u0000\u0001\u001f'x"u8];

    [Theory]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":-}""")]
    [InlineData("""{"a":1.}""")]
    [InlineData("""{"a":.5}""")]
    [InlineData("""{"a":1e}""")]
    [InlineData("""{"a":+1}""")]
    [InlineData("""{"a":tru}""")]
    [InlineData("""{"a":truex}""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{"a":1 "b":2}""")]
    [InlineData("""{,"a":1}""")]
    [InlineData("""{"a":[1,]}""")]
    [InlineData("""{"a":[1}""")]
    [InlineData("""{"a":"\x"}""")]
    [InlineData("""{"a":"\u12G4"}""")]
    [InlineData("""{"a":"\u12""")]
    [InlineData("{\"a\":\"\t\"}")]
    [InlineData("{\"a\":1}\0")]
    [InlineData("""{"a":1}{}""")]
    [InlineData("""{"a":1} // no""")]
    [InlineData("""{"a":""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{"a":[[[[[[[1]]]]]]]}""")]
    public void Refuses_what_is_not_json(string text) => Assert.False(Accepts(Encoding.UTF8.GetBytes(text)));

    /// <summary>One to three bytes of good texts are taken out, put in or replaced: both readers must say the same of what comes out.</summary>
    [Fact]
    public void Accepts_what_the_platforms_reader_accepts()
    {
        var random = new Random(Seed);
        var good = 0;
        for (var round = 0; round < 60_000; round++)
        {
            var bytes = Damage.Do(Texts[round % Texts.Length], Pieces, random);
            if (!System.Text.Unicode.Utf8.IsValid(bytes))
            {
                continue;
            }

            var expected = PlatformAccepts(bytes);
            Assert.True(expected == Accepts(bytes), $"Seed {Seed}, round {round}: {Encoding.UTF8.GetString(bytes)}");
            good += expected ? 1 : 0;
        }

        Assert.InRange(good, 10_000, 50_000);
    }

    /// <summary>Names are found, measured and looked up in one look where there is room for it, and in several at the end of a text or where they are long.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("                                        ")]
    public void Numbers_names_as_the_table_does(string behind)
    {
        string[] others = ["", "x", "_id", "idd", "ié", "noSuchElementName", "noSuchElement16", new string('n', 15), new string('n', 16), new string('n', 17), new string('n', 70)];
        foreach (var name in Enumerable.Range(0, NameTable.Fhir.Count).Select(i => NameTable.Fhir[i]).Concat(others))
        {
            foreach (var colon in (string[])[":", " :"])
            {
                var scanner = new JsonScanner(Encoding.UTF8.GetBytes($$"""{"{{name}}"{{colon}}"id"}{{behind}}"""), 0, MaxDepth);
                scanner.NextValue();
                var first = true;
                Assert.True(scanner.NextName(ref first));
                Assert.Equal(NameTable.Fhir.Find(name), scanner.NameNumber);
                Assert.Equal(name, Encoding.UTF8.GetString(scanner.Text));
                Assert.False(scanner.IsEscaped);
                scanner.NextValue();
                Assert.Equal("id", Encoding.UTF8.GetString(scanner.Text));
                Assert.False(scanner.NextName(ref first));
                scanner.End();
            }
        }
    }

    [Fact]
    public void Gives_no_number_to_a_name_with_escapes()
    {
        var scanner = new JsonScanner("""{"\u0069d":"a value of more than thirty-two bytes, for room"}"""u8, 0, MaxDepth);
        scanner.NextValue();
        var first = true;
        Assert.True(scanner.NextName(ref first));
        Assert.Equal(-1, scanner.NameNumber);
        Assert.True(scanner.IsEscaped);
    }

    private static bool Accepts(byte[] text)
    {
        var scanner = new JsonScanner(text, 0, MaxDepth);
        try
        {
            scanner.NextValue();
            scanner.Skip();
            scanner.End();
            return true;
        }
        catch (JsonFault)
        {
            return false;
        }
    }

    private static bool PlatformAccepts(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
