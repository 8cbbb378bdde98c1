using System.Text.Json;
using FhirMsc.Content;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Maps;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Content;

/// <summary>The JSON Schema that editors use says the same as the reader: kinds of maps, their keys, which are needed, and what each holds.</summary>
public class SchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "fhir-resources", "content", "guideline.schema.json"))).RootElement;

    private static readonly IReadOnlyDictionary<string, Dictionary<string, KeyShape>> Known = KnownKeys();

    /// <summary>The kinds of maps that the reader asked for when it read the committed content, which has one of each.</summary>
    public static TheoryData<string> Kinds => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_and_reader_know_the_same_keys(string kind)
    {
        var definition = Definition(kind);

        Assert.Equal(Known[kind].Keys.Order(StringComparer.Ordinal), definition.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal));
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_and_reader_need_the_same_keys(string kind)
    {
        var required = Definition(kind).TryGetProperty("required", out var keys) ? keys.EnumerateArray().Select(key => key.GetString()!) : [];

        Assert.Equal(Known[kind].Where(key => key.Value.Required).Select(key => key.Key).Order(StringComparer.Ordinal), required.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Schema_and_reader_expect_the_same_values(string kind)
    {
        foreach (var key in Definition(kind).GetProperty("properties").EnumerateObject())
            Assert.Equal(Form(Known[kind][key.Name]), Form(key.Value));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_key_is_described(string kind)
    {
        var definition = Definition(kind);

        Assert.False(string.IsNullOrWhiteSpace(definition.GetProperty("description").GetString()));
        Assert.All(definition.GetProperty("properties").EnumerateObject(), key => Assert.False(string.IsNullOrWhiteSpace(key.Value.GetProperty("description").GetString()), key.Name));
    }

    [Fact]
    public void The_schema_defines_no_kind_that_the_reader_does_not_know()
    {
        var defined = Schema.GetProperty("$defs").EnumerateObject().Select(definition => definition.Name).Where(name => name is not ("text" or "decimal"));

        Assert.Equal(Known.Keys.Where(kind => kind != "guideline").Order(StringComparer.Ordinal), defined.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_content_names_its_schema_in_its_first_line()
    {
        Assert.Equal("# yaml-language-server: $schema=guideline.schema.json", File.ReadLines(Nih.File).First());
    }

    private static JsonElement Definition(string kind) => kind == "guideline" ? Schema : Schema.GetProperty("$defs").GetProperty(kind);

    private static Dictionary<string, Dictionary<string, KeyShape>> KnownKeys()
    {
        var report = new Report();
        using var file = File.OpenRead(Nih.File);
        ContentReader.Read(file, null, report);
        return new(report.Ledger.Kinds);
    }

    private static string Form(KeyShape shape) => shape.Kind switch
    {
        KeyKind.Text => "#/$defs/text",
        KeyKind.Decimal => "#/$defs/decimal",
        KeyKind.Count => "integer",
        KeyKind.Boolean => "boolean",
        KeyKind.Choice => shape.Of!,
        KeyKind.Texts => "array of #/$defs/text",
        KeyKind.Map => $"#/$defs/{shape.Of}",
        KeyKind.Maps => $"array of #/$defs/{shape.Of}",
        _ => "object of string or null",
    };

    private static string Form(JsonElement key)
    {
        if (key.TryGetProperty("$ref", out var reference))
            return reference.GetString()!;
        if (key.TryGetProperty("enum", out var words))
            return string.Join('|', words.EnumerateArray().Select(word => word.GetString()));
        return key.GetProperty("type").GetString() switch
        {
            "array" => $"array of {Form(key.GetProperty("items"))}",
            "object" => "object of " + string.Join(" or ", key.GetProperty("additionalProperties").GetProperty("type").EnumerateArray().Select(type => type.GetString())),
            var type => type!,
        };
    }
}
