using System.Text;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Tests.Artifacts.Writing;

public class ShapeTests
{
    [Fact]
    public void Elements_stand_in_the_order_of_the_definition_at_every_depth()
    {
        var plan = new Element
        {
            { "resourceType", "PlanDefinition" },
            { "status", "active" },
            { "id", "a" },
            { "action", [new Element { { "title", "t" }, { "prefix", "p" }, { "condition", [new Element { { "expression", new Element { { "language", "l" }, { "name", "n" } } }, { "kind", "k" } }] } }] },
        };

        Assert.Equal(
            """{"resourceType":"PlanDefinition","id":"a","status":"active","action":[{"prefix":"p","title":"t","condition":[{"kind":"k","expression":{"name":"n","language":"l"}}]}]}""",
            Written(FhirRelease.R4, plan));
    }

    [Fact]
    public void What_repeats_is_an_array_and_what_does_not_is_none()
    {
        var action = new Element { { "code", new Element { { "text", "c" } } } };
        var plan = new Element { { "resourceType", "PlanDefinition" }, { "action", action } };

        Assert.Equal("""{"resourceType":"PlanDefinition","action":[{"code":[{"text":"c"}]}]}""", Written(FhirRelease.R4, plan));
        Assert.Equal("""{"resourceType":"PlanDefinition","action":[{"code":{"text":"c"}}]}""", Written(FhirRelease.R5, plan));
    }

    [Fact]
    public void Contained_resources_are_shaped_by_their_own_type()
    {
        var composition = new Element { { "resourceType", "Composition" }, { "contained", [new Element { { "name", "n" }, { "resourceType", "Organization" }, { "id", "o" } }] } };

        Assert.Equal("""{"resourceType":"Composition","contained":[{"resourceType":"Organization","id":"o","name":"n"}]}""", Written(FhirRelease.R4, composition));
    }

    [Fact]
    public void Strangers_and_too_many_values_are_refused_with_their_place()
    {
        Assert.Contains("Evidence.statistic", Refused(new Element { { "resourceType", "Evidence" }, { "statistic", [new Element { { "description", "d" } }] } }));
        Assert.Contains("Basic.created", Refused(new Element { { "resourceType", "Basic" }, { "created", ["2020", "2021"] } }));
        Assert.Contains("Citation", Refused(new Element { { "resourceType", "Citation" } }));

        static string Refused(Element resource) => Assert.Throws<InvalidOperationException>(() => Shape.Resource(FhirModel.For(FhirRelease.R4), resource)).Message;
    }

    private static string Written(FhirRelease release, Element resource) =>
        Encoding.UTF8.GetString(ElementWriter.Write("Type", Shape.Resource(FhirModel.For(release), resource)).Json.Span);
}
