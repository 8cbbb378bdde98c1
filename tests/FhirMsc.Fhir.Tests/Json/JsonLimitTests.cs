using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Json;

/// <summary>Texts that are made to be too much end in one clear issue.</summary>
public class JsonLimitTests
{
    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_ends_at_the_limit(int depth, bool allowed)
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{\"b\":1" + new string('}', depth);
        var result = JsonParser.Parse(text);

        Assert.Equal(allowed, result.IsClean);
        Assert.True(allowed || result.Issues.Single().Kind.Id == "json-too-large", string.Join(' ', result.Issues));
    }

    [Fact]
    public void A_text_above_the_limit_is_refused() => TooLarge("{\"a\":\"12345\"}", new JsonLimits { MaxBytes = 12 });

    [Fact]
    public void A_string_above_the_limit_is_refused() => TooLarge("{\"a\":\"12345\"}", new JsonLimits { MaxStringBytes = 4 });

    [Fact]
    public void A_string_of_fifty_megabytes_is_refused_by_default() => TooLarge("{\"a\":\"" + new string('x', 50 * 1024 * 1024) + "\"}", null);

    [Fact]
    public void More_nodes_than_the_limit_are_refused() => TooLarge("{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 100)) + "]}", new JsonLimits { MaxNodes = 50 });

    [Fact]
    public void An_object_with_ten_thousand_properties_is_read_and_its_one_duplicate_found()
    {
        var properties = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\":{i}"));
        var result = JsonParser.Parse($"{{{properties},\"p7777\":0}}");

        Assert.Equal("json-duplicate-key", Assert.Single(result.Issues).Kind.Id);
        Assert.Equal(10_000, result.Tree!.Root.Children.Count());
        Assert.Equal("7777", result.Tree.Root.Child("p7777").Text);
    }

    [Fact]
    public void A_million_nulls_among_values_take_no_time_that_grows_with_their_square()
    {
        // With the square, this would run for hours; the test is here to hang rather than to measure.
        var result = JsonParser.Parse("{\"given\":[" + string.Join(',', Enumerable.Repeat("1,null", 500_000)) + "]}");

        Assert.Equal(1001, result.Issues.Count);
        Assert.Equal(500_000, result.Tree!.Root.Children.Count());
    }

    [Fact]
    public void A_number_keeps_all_its_digits()
    {
        var digits = new string('9', 100_000);
        var tree = JsonParser.Parse($$"""{"a":{{digits}}.{{digits}}e-{{digits}},"b":-0,"c":1.10,"d":1E+400}""").Tree!;

        Assert.Equal($"{digits}.{digits}e-{digits}", tree.Root.Child("a").Text);
        Assert.Equal($$"""{"a":{{digits}}.{{digits}}e-{{digits}},"b":-0,"c":1.10,"d":1E+400}""", Encoding.UTF8.GetString(JsonWriter.Write(tree.Root)));
    }

    private static void TooLarge(string text, JsonLimits? limits)
    {
        var result = JsonParser.Parse(text, limits: limits);

        Assert.Null(result.Tree);
        Assert.Equal("json-too-large", Assert.Single(result.Issues).Kind.Id);
    }
}
