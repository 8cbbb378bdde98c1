using System.Text.Json;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation;

public class PrimitiveFormTests
{
    [Theory]
    [InlineData("date", "2020", "2020-02", "2020-02-29", "0001-01-01")]
    [InlineData("dateTime", "2020", "2020-02-29T23:59:60Z", "2020-01-01T00:00:00.123456789+14:00", "2020-01-01T00:00:00-05:30")]
    [InlineData("instant", "2020-01-01T00:00:00Z", "2020-01-01T00:00:00.1-12:00")]
    [InlineData("time", "00:00:00", "23:59:59.5")]
    [InlineData("code", "a", "a b", "ä-1")]
    [InlineData("id", "a", "A-1.b", "0123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("uri", "a", "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7", "urn:oid:1.2.0.3", "http://a/b?c#d")]
    [InlineData("oid", "urn:oid:2.16.840")]
    [InlineData("uuid", "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7")]
    [InlineData("base64Binary", "YQ==", "YWI=", "YWJj", "YW Jj")]
    [InlineData("string", "a", " a\n\t", "\u00a0a")]
    public void Takes_what_the_type_has(string type, params string[] values) => Assert.All(values, value => Assert.True(Holds(type, JsonSerializer.Serialize(value)), $"{type} {value}"));

    [Theory]
    [InlineData("date", "20", "2020-13", "2020-02-30", "2020-2-1", "2020-01-01T00:00:00Z", "0000-01-01", "2020-01-", " 2020")]
    [InlineData("dateTime", "2020-01-01T00:00:00", "2020-01-01T00:00Z", "2020-01-01T24:00:00Z", "2020-01-01T00:00:00+15:00", "2020-01-01T00:00:00.Z", "2020-01-01 00:00:00Z")]
    [InlineData("instant", "2020-01-01", "2020-01-01T00:00:00")]
    [InlineData("time", "24:00:00", "00:00", "00:00:00Z", "00:00:00.")]
    [InlineData("code", " a", "a ", "a  b", "a\tb", "a\u00a0b")]
    [InlineData("id", "a b", "a_b", "01234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("uri", "a b", "urn:uuid:53FEFA32-fcbb-4ff8-8a92-55ee120877b7", "urn:oid:1.02", "oid:1.2", "uuid:a")]
    [InlineData("oid", "1.2", "urn:oid:3.1", "urn:oid:1", "urn:oid:1..2", "urn:oid:1.")]
    [InlineData("uuid", "urn:uuid:53fefa32fcbb4ff88a9255ee120877b7", "53fefa32-fcbb-4ff8-8a92-55ee120877b7")]
    [InlineData("base64Binary", "YQ=", "Y=Q=", "YQ===", "Y$==", "=")]
    [InlineData("string", "\u0001a", " ", "\u00a0", "\n")]
    public void Refuses_what_it_does_not_have(string type, params string[] values) => Assert.All(values, value => Assert.False(Holds(type, JsonSerializer.Serialize(value)), $"{type} {value}"));

    [Theory]
    [InlineData("integer", "0", "-1", "2147483647", "-2147483648")]
    [InlineData("unsignedInt", "0", "2147483647")]
    [InlineData("positiveInt", "1")]
    [InlineData("decimal", "0", "-0.00", "1.50", "1e5", "1E-5", "123456789012345678901234567890")]
    public void Takes_numbers(string type, params string[] values) => Assert.All(values, value => Assert.True(Holds(type, value), $"{type} {value}"));

    [Theory]
    [InlineData("integer", "1.5", "2147483648", "1e2", "-0")]
    [InlineData("unsignedInt", "-1")]
    [InlineData("positiveInt", "0", "-1")]
    public void Refuses_numbers(string type, params string[] values) => Assert.All(values, value => Assert.False(Holds(type, value), $"{type} {value}"));

    [Fact]
    public void Cut_short_and_stirred_texts_never_throw()
    {
        var random = new Random(20260114);
        string[] types = ["date", "dateTime", "instant", "time", "code", "id", "uri", "oid", "uuid", "base64Binary", "string", "markdown"];
        string[] seeds = ["2020-02-29T23:59:60.123+14:00", "urn:oid:1.2.3", "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7", "YWJj=", "a  b\u00a0"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = seeds[random.Next(seeds.Length)].ToCharArray();
            text[random.Next(text.Length)] = (char)random.Next(32, 300);
            Holds(types[random.Next(types.Length)], JsonSerializer.Serialize(new string(text)[..random.Next(1, text.Length + 1)]));
        }
    }

    private static bool Holds(string type, string json)
    {
        var node = JsonParser.Parse($$"""{"a":{{json}}}""").Tree!.Root.Child("a");
        return PrimitiveForm.Of(type).IsWrittenAs(node.Kind) && PrimitiveForm.Of(type).Holds(node);
    }
}
