using System.Text;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Artifacts.Writing;

public class ElementTests
{
    private static readonly Origin Somewhere = new("a.b", new SourcePosition("c.yaml", 3, 5));

    [Fact]
    public void What_has_no_value_is_not_there()
    {
        var element = new Element
        {
            { "text", (string?)null },
            { "blank", " " },
            { "flag", (bool?)null },
            { "number", (int?)null },
            { "child", new Element() },
            { "children", [new Element(), null] },
            { "texts", [(string?)null, ""] },
        };

        Assert.True(element.IsEmpty);
    }

    [Fact]
    public void Numbers_keep_their_digits_and_text_its_characters()
    {
        var element = new Element
        {
            { "value", new PrintedDecimal("17.60") },
            { "count", -3 },
            { "flag", false },
            { "text", "“é” \"\\\"\n\t\u0001 <b>&amp;</b> 🙂" },
        };

        Assert.Equal("""{"value":17.60,"count":-3,"flag":false,"text":"“é” \"\\\"\n\t\u0001 <b>&amp;</b> 🙂"}""", Written(element));
    }

    [Fact]
    public void Arrays_of_one_name_are_joined()
    {
        var element = new Element { { "a", ["x"] }, { "b", "y" }, { "a", ["z"] } };

        Assert.Equal("""{"a":["x","z"],"b":"y"}""", Written(element));
    }

    [Fact]
    public void Origins_are_found_by_path()
    {
        var element = new Element(Somewhere)
        {
            { "list", [new Element(), new Element(Somewhere) { { "x", "1" } }, new Element { { "y", "2", Somewhere } }] },
        };

        var origins = ElementWriter.Write("Type", element).Origins;

        Assert.Equal(["Type", "Type.list[0]", "Type.list[1].y"], origins.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Literals_of_fhirpath_are_escaped() => Assert.Equal(@"'it\'s \\ a\nb'", Datatypes.FhirPathLiteral("it's \\ a\nb"));

    private static string Written(Element element) => Encoding.UTF8.GetString(ElementWriter.Write("Type", element).Json.Span);
}
