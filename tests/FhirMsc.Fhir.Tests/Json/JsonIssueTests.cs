using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

/// <summary>Each thing that can be wrong with a JSON text: what it is called, where it is, and that reading goes on behind it.</summary>
public class JsonIssueTests
{
    [Theory]
    [InlineData("""{"id":"a","id":"b"}""", "json-duplicate-key", "$this", 11)]
    [InlineData("""{"id":"a","\u0069d":"b"}""", "json-duplicate-key", "$this", 11)]
    [InlineData("""{"_id":{"id":"a"},"_id":{"id":"b"}}""", "json-duplicate-key", "$this", 19)]
    [InlineData("""{"resourceType":"Patient","contact":[{"x":1,"x":2}]}""", "json-duplicate-key", "Patient.contact[0]", 45)]
    [InlineData("""{"id":null}""", "json-null", "$this", 7)]
    [InlineData("""{"given":["a",null]}""", "json-null", "$this", 15)]
    [InlineData("""{"given":[null],"_given":[null]}""", "json-null", "$this", 11)]
    [InlineData("""{"name":[{"a":1},null]}""", "json-null", "$this", 18)]
    [InlineData("""{"name":[]}""", "json-empty-array", "$this", 9)]
    [InlineData("""{"given":["a"],"_given":[]}""", "json-empty-array", "$this", 25)]
    [InlineData("""{"name":{}}""", "json-empty-object", "$this.name", 9)]
    [InlineData("""{}""", "json-empty-object", "$this", 1)]
    [InlineData("""{"name":[["a"]]}""", "json-nested-array", "$this", 10)]
    [InlineData("""{"given":["a"],"_given":{"id":"x"}}""", "json-shadow-mismatch", "$this", 25)]
    [InlineData("""{"given":"a","_given":[{"id":"x"}]}""", "json-shadow-mismatch", "$this", 23)]
    [InlineData("""{"_given":[{"id":"x"}],"given":"a"}""", "json-shadow-mismatch", "$this", 32)]
    [InlineData("""{"_given":{"id":"x"},"given":["a"]}""", "json-shadow-mismatch", "$this", 30)]
    [InlineData("""{"name":{"a":1},"_name":{"id":"x"}}""", "json-shadow-mismatch", "$this.name", 25)]
    [InlineData("""{"_name":{"id":"x"},"name":{"a":1}}""", "json-shadow-mismatch", "$this.name", 28)]
    [InlineData("""{"id":"a","_id":"b"}""", "json-shadow-not-object", "$this", 17)]
    [InlineData("""{"id":"a","_id":null}""", "json-shadow-not-object", "$this", 17)]
    [InlineData("""{"given":["a"],"_given":["b"]}""", "json-shadow-not-object", "$this", 26)]
    [InlineData("""{"id":"\ud800"}""", "json-lone-surrogate", "$this.id", 7)]
    [InlineData("""{"id":"\udc00\ud800"}""", "json-lone-surrogate", "$this.id", 7)]
    [InlineData("""{"\ud800":"a"}""", "json-lone-surrogate", "$this", 2)]
    [InlineData("""{"resourceType":"Consen\ud83d"}""", "json-lone-surrogate", "Consen\uFFFD.resourceType", 17)]
    public void What_FHIR_forbids_is_reported_in_its_place(string text, string code, string path, int column)
    {
        var result = JsonParser.Parse(text);

        Assert.NotNull(result.Tree);
        Assert.False(result.IsClean);
        var issue = result.Issues.First(issue => issue.Kind.Id == code);
        Assert.Equal((path, 1, column), (issue.Path, issue.Position!.Value.Line, issue.Position.Value.Column));
    }

    [Theory]
    [InlineData("", "json-empty")]
    [InlineData(" \r\n\t", "json-empty")]
    [InlineData("[]", "json-root")]
    [InlineData("\"a\"", "json-root")]
    [InlineData("{", "json-syntax")]
    [InlineData("{'a':1}", "json-syntax")]
    [InlineData("{\"a\":1,}", "json-syntax")]
    [InlineData("{\"a\":01}", "json-syntax")]
    [InlineData("{\"a\":1.}", "json-syntax")]
    [InlineData("{\"a\":+1}", "json-syntax")]
    [InlineData("{\"a\":.5}", "json-syntax")]
    [InlineData("{\"a\":NaN}", "json-syntax")]
    [InlineData("{\"a\":True}", "json-syntax")]
    [InlineData("{\"a\":\"\n\"}", "json-syntax")]
    [InlineData("{\"a\":\"\0\"}", "json-syntax")]
    [InlineData("{\"a\":\"\\x\"}", "json-syntax")]
    [InlineData("{\"a\":\"\\u12G4\"}", "json-syntax")]
    [InlineData("{\"a\":1}{\"a\":1}", "json-syntax")]
    [InlineData("{\"a\":1} x", "json-syntax")]
    [InlineData("{\"a\":1/*comment*/}", "json-syntax")]
    [InlineData("// comment\n{\"a\":1}", "json-syntax")]
    [InlineData("{\"a\" 1}", "json-syntax")]
    [InlineData("{1:1}", "json-syntax")]
    [InlineData("\0", "json-syntax")]
    public void What_is_no_JSON_ends_the_reading(string text, string code)
    {
        var result = JsonParser.Parse(text);

        Assert.Null(result.Tree);
        Assert.Equal(code, result.Issues[^1].Kind.Id);
    }

    [Fact]
    public void A_syntax_error_tells_its_line_and_column()
    {
        var issue = Assert.Single(JsonParser.Parse("{\n  \"a\": 1,\n  \"é\": x\n}", "file.json").Issues);

        Assert.Equal("file.json:3:8", issue.Position.ToString());
    }

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D }, 6)]
    [InlineData(new byte[] { 0x7B, 0x22, 0xC3, 0x22, 0x3A, 0x31, 0x7D }, 2)]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 }, 1)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0)]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x7B }, 0)]
    public void Bytes_that_are_no_UTF_8_are_an_error_in_their_place(byte[] bytes, int offset)
    {
        var issue = Assert.Single(JsonParser.Parse(bytes).Issues);

        Assert.Equal(("json-utf8", offset), (issue.Kind.Id, (int)issue.Position!.Value.Offset));
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_string_of_the_program_is_an_error() =>
        Assert.Equal(["json-utf8"], JsonParser.Parse("{\"a\":\"\U0001F600 \ud83d\"}").Issues.Select(issue => issue.Kind.Id));

    [Fact]
    public void A_byte_order_mark_is_read_over_with_a_warning()
    {
        var result = JsonParser.Parse((byte[])[0xEF, 0xBB, 0xBF, .. """{"id":"a"}"""u8]);

        Assert.True(result.IsClean);
        Assert.Equal("json-byte-order-mark", Assert.Single(result.Issues).Kind.Id);
        Assert.Equal("a", result.Tree!.Root.Child("id").Text);
        Assert.Equal("""{"id":"a"}""", Encoding.UTF8.GetString(JsonWriter.Write(result.Tree.Root)));
        Assert.Equal(9, result.Tree.Root.Child("id").Position.Offset);
    }

    [Fact]
    public void All_issues_are_found_at_once_and_the_good_part_is_kept()
    {
        var result = JsonParser.Parse("""{"resourceType":"Patient","a":null,"b":[],"c":{},"d":1,"d":2,"given":["x",null,"y"],"_e":"z"}""");

        Assert.Equal(
            ["json-null", "json-empty-array", "json-empty-object", "json-duplicate-key", "json-shadow-not-object", "json-null"],
            result.Issues.Select(issue => issue.Kind.Id));
        Assert.Equal("""{"resourceType":"Patient","c":{},"d":1,"given":["x","y"]}""", Encoding.UTF8.GetString(JsonWriter.Write(result.Tree!.Root)));
    }

    [Fact]
    public void After_too_many_issues_the_rest_is_counted_out()
    {
        var result = JsonParser.Parse($$"""{"a":[{{string.Join(',', Enumerable.Repeat("{}", 50))}}]}""", limits: new JsonLimits { MaxIssues = 10 });

        Assert.Equal(11, result.Issues.Count);
        Assert.Equal("json-too-many-issues", result.Issues[^1].Kind.Id);
    }
}
