namespace FhirMsc.Fhir.Tests.FhirPath;

public class DeepEqualityTests
{
    [Theory]
    [InlineData("""{"a":1,"b":"x"}""", """{"a":1,"b":"x"}""", true)]
    [InlineData("""{"a":1,"b":"x"}""", """{"b":"x","a":1.0}""", true)]
    [InlineData("""{"a":1,"b":"x"}""", """{"b":"x"}""", false)]
    [InlineData("""{"b":"x"}""", """{"a":1,"b":"x"}""", false)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("""{"a":[1,2],"b":1}""", """{"b":1,"a":[1,2]}""", true)]
    [InlineData("""{"a":[1,2],"b":1}""", """{"b":1,"a":[2,1]}""", false)]
    [InlineData("""{"a":{"c":"x","d":"y"}}""", """{"a":{"d":"y","c":"x"}}""", true)]
    [InlineData("""{"a":{"c":"x"}}""", """{"a":{"c":"X"}}""", false)]
    [InlineData("""{"a":true}""", """{"a":"true"}""", false)]
    [InlineData("""{"a":"1"}""", """{"a":1}""", false)]
    public void Compares_children_by_name_and_in_order(string left, string right, bool equal)
    {
        var both = Sample.Parse($$"""{"left":{{left}},"right":{{right}}}""");

        Assert.Equal(equal ? "true" : "false", Sample.Evaluate("left = right", both));
        Assert.Equal(equal ? "true" : "false", Sample.Evaluate("right = left", both));
        Assert.Equal(equal ? "1" : "2", Sample.Evaluate("left.union(right).count()", both));
    }

    [Fact]
    public void Equivalence_takes_children_in_any_order_and_texts_in_any_case()
    {
        var both = Sample.Parse("""{"left":{"a":["x","Y"],"b":1.10},"right":{"b":1.1,"a":["y","X"]},"other":{"a":["x"],"b":1.1}}""");

        Assert.Equal("true", Sample.Evaluate("left ~ right", both));
        Assert.Equal("false", Sample.Evaluate("left ~ other", both));
        Assert.Equal("false", Sample.Evaluate("left = right", both));
    }

    [Fact]
    public void Many_equal_elements_are_found_among_many()
    {
        var items = string.Join(",", Enumerable.Range(0, 2_000).Select(i => $$"""{"a":{{i % 700}},"b":"{{i % 700}}"}"""));

        Assert.Equal("700", Sample.Evaluate("item.distinct().count()", Sample.Parse($$"""{"item":[{{items}}]}""")));
        Assert.Equal("700", Sample.Evaluate("item.b.distinct().count()", Sample.Parse($$"""{"item":[{{items}}]}""")));
        Assert.Equal("700", Sample.Evaluate("item.a.distinct().count()", Sample.Parse($$"""{"item":[{{items}}]}""")));
    }

    [Fact]
    public void Equal_values_in_other_forms_are_found_among_many()
    {
        const string Numbers = "(1|2|3|4|5|6|7|8|9|10|11|12|13|14|15)";

        Assert.Equal("15", Sample.Evaluate($"({Numbers} | 5.0 | 500 '%' | 7 '1').count()", Sample.Patient));
        Assert.Equal("17", Sample.Evaluate($"({Numbers} | 1000 'g' | 1 'kg' | 5 'mg').count()", Sample.Patient));
    }

    [Fact]
    public void Many_dates_are_told_apart_without_comparing_each_with_each()
    {
        var dates = Enumerable.Range(0, 20_000).Select(i => new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i % 10_000).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var timing = Sample.Parse($$"""{"resourceType":"Basic","extension":[{"url":"http://e","valueTiming":{"event":[{{string.Join(',', dates.Select(date => $"\"{date}\""))}} ] } }] }""");

        Assert.Equal("10000", Sample.Evaluate("extension.value.event.distinct().count()", timing));
        Assert.Equal("10001", Sample.Evaluate("(extension.value.event | '2300-01-01' | '1950-01-01').count()", timing));
    }

    [Fact]
    public void Moments_in_other_time_zones_are_found_among_many()
    {
        var timing = Sample.Parse($$"""{"resourceType":"Basic","extension":[{"url":"http://e","valueTiming":{"event":[{{string.Join(',', Enumerable.Range(10, 40).Select(minute => $"\"2024-01-01T10:{minute}:00Z\""))}} ] } }] }""");

        Assert.Equal("40", Sample.Evaluate("(extension.value.event | @2024-01-01T12:20:00+02:00).count()", timing));
        Assert.Equal("41", Sample.Evaluate("(extension.value.event | @2024-01-01T10:20).count()", timing));
    }
}
