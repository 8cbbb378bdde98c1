using System.Text;
using System.Text.Json;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Json;

public class JsonRoundTripTests
{
    private const string Sample = """
        {"resourceType":"Patient","id":"a","_birthDate":{"extension":[{"url":"http://x","valueTime":"14:35:45"}]},"birthDate":"1970-03-30",
         "name":[{"given":["Ann",null,"\u00e9\n\ud83d\ude00 é 😀"],"_given":[null,{"id":"g1"},{"id":"g2"}],"family":"O\/Hara"}],
         "multipleBirthInteger":2,"active":true,"deceasedBoolean":false,"extension":[{"url":"http://y","valueDecimal":1.500e-10}],
         "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x &lt; y<\/div>"}}
        """;

    [Theory]
    [InlineData("""{"a":"1","_a":{"id":"x"}}""")]
    [InlineData("""{"_a":{"id":"x"}}""")]
    [InlineData("""{"a":["1",null],"_a":[null,{"id":"x"}]}""")]
    [InlineData("""{"_a":[{"id":"x"},{"id":"y"}]}""")]
    [InlineData("""{"a":[1,2,3]}""")]
    [InlineData("""{"a":[{"b":[{"c":"1"}]},{"b":[{"c":"2"}]}]}""")]
    [InlineData("""{"a":"\u00e9\\\"\/\b\f\n\r\t"}""")]
    [InlineData("""{"unknown name":{"\"":"x"}}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"1"}}]}""")]
    public void What_is_written_is_what_was_read(string text)
    {
        var result = JsonParser.Parse(text);

        Assert.Empty(result.Issues);
        Assert.Equal(Tokens(Encoding.UTF8.GetBytes(text)), Tokens(JsonWriter.Write(result.Tree!.Root)));
    }

    [Fact]
    public void The_halves_of_a_primitive_come_together_whichever_is_first()
    {
        var result = JsonParser.Parse("""{"_a":{"id":"x"},"b":1,"a":"v","_c":[null,{"id":"y"}],"c":["1","2"]}""");

        Assert.Empty(result.Issues);
        Assert.Equal("""{"a":"v","_a":{"id":"x"},"b":1,"c":["1","2"],"_c":[null,{"id":"y"}]}""", Encoding.UTF8.GetString(JsonWriter.Write(result.Tree!.Root)));
    }

    [Theory]
    [InlineData(JsonForm.Compact)]
    [InlineData(JsonForm.Indented)]
    public void Both_forms_hold_the_same(JsonForm form)
    {
        var first = JsonWriter.Write(JsonParser.Parse(Sample).Tree!.Root, form);
        var second = JsonWriter.Write(JsonParser.Parse(first).Tree!.Root, form);

        Assert.Equal(first, second);
        Assert.Equal(Tokens(JsonWriter.Write(JsonParser.Parse(Sample).Tree!.Root)), Tokens(first));
    }

    [Fact]
    public void Values_are_decoded()
    {
        var root = JsonParser.Parse(Sample).Tree!.Root;
        var given = root.Child("name").ChildrenNamed("given").ToList();

        Assert.Equal(["Ann", null, "é\n😀 é 😀"], given.Select(name => name.Text));
        Assert.Equal([null, "g1", "g2"], given.Select(name => name.Child("id") is { Exists: true } id ? id.Text : null));
        Assert.Equal("O/Hara", root.Child("name").Child("family").Text);
        Assert.Equal("1.500e-10", root.Child("extension").Child("valueDecimal").Text);
        Assert.Equal("14:35:45", root.Child("birthDate").Child("extension").Child("valueTime").Text);
        Assert.True(given[2].ValueEquals("é\n😀 é 😀"u8));
        Assert.Equal("Patient.name[0].given[2]", NodePath.Of(given[2]));
    }

    [Fact]
    public void A_text_cut_short_at_any_byte_is_an_issue()
    {
        var whole = Encoding.UTF8.GetBytes(Sample);
        for (var length = 0; length < whole.Length; length++)
        {
            var result = JsonParser.Parse(whole.AsMemory(0, length));
            Assert.True(result.Tree is null && result.Issues.Count > 0, $"cut at {length}");
            Assert.InRange(result.Issues[^1].Position!.Value.Offset, 0, length);
        }
    }

    [Fact]
    public void A_text_with_any_byte_changed_is_read_or_refused_but_never_thrown_at()
    {
        var whole = Encoding.UTF8.GetBytes(Sample);
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var change in new byte[] { 0, (byte)'"', (byte)'{', (byte)']', (byte)'\\', 0x80, 0xFF })
            {
                var broken = whole.ToArray();
                broken[at] = change;
                var result = JsonParser.Parse(broken);
                if (result.Tree is { } tree)
                {
                    Assert.Null(Record.Exception(() => JsonWriter.Write(tree.Root, JsonForm.Indented)));
                }
                else
                {
                    Assert.NotEmpty(result.Issues);
                }
            }
        }
    }

    [PackageFact(LocalPackages.R4)]
    public void All_5306_resources_of_the_R4_examples_come_back_token_by_token()
    {
        var package = LocalPackages.Open(LocalPackages.R4);
        List<string> wrong = [];
        foreach (var entry in package.Entries)
        {
            wrong.AddRange(Check(package, entry));
        }

        Assert.Equal(5306, package.Entries.Count);
        Assert.True(wrong.Count == 0, $"{wrong.Count}\n{string.Join('\n', wrong.Take(40))}");
    }

    private static IEnumerable<string> Check(FhirPackage package, PackageEntry entry)
    {
        var result = package.Read(entry);
        if (result.Issues.Count > 0 || result.Tree is null)
        {
            return result.Issues.Select(issue => $"{entry.FileName} {issue}");
        }

        var written = Tokens(JsonWriter.Write(result.Tree.Root));
        var read = Tokens(package.Read(entry.FileName)!.Value.Span);
        return written.SequenceEqual(read) ? [] : [$"{entry.FileName}: the tokens differ from number {written.Zip(read).TakeWhile(pair => pair.First == pair.Second).Count()} on"];
    }

    /// <summary>The tokens of a text as they are spelt, names decoded.</summary>
    private static List<string> Tokens(ReadOnlySpan<byte> text)
    {
        var tokens = new List<string>();
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 256 });
        while (reader.Read())
        {
            tokens.Add(reader.TokenType == JsonTokenType.PropertyName ? $"{reader.GetString()}:" : $"{reader.TokenType} {Encoding.UTF8.GetString(reader.ValueSpan)}");
        }

        return tokens;
    }
}
