using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Definitions;

public class FhirModelTests
{
    public static TheoryData<string> Releases => [.. FhirRelease.All.Select(release => release.Name)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_type_can_be_walked_to_the_leaves(string name)
    {
        var model = FhirModel.For(FhirRelease.Find(name)!);
        var seen = new HashSet<TypeDefinition>();
        foreach (var kind in new[] { TypeKind.Primitive, TypeKind.Complex, TypeKind.Resource })
        {
            foreach (var typeName in model.TypeNames(kind))
            {
                Walk(model.FindType(typeName)!, seen);
            }
        }

        Assert.True(seen.Count > 650, $"{seen.Count} types");
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_choice_is_found_by_its_name_with_the_type(string name)
    {
        var observation = FhirModel.For(FhirRelease.Find(name)!).FindType("Observation")!;

        Assert.True(observation.TryFindChild("valueQuantity", out var element, out var type));
        Assert.Equal("Observation.value[x]", element.Path);
        Assert.Equal("value", element.Name);
        Assert.Equal("Quantity", type?.Name);
        Assert.Same(element, observation.FindElement("value"));
        Assert.False(observation.TryFindChild("value", out _, out _));
        Assert.False(observation.TryFindChild("valueAddress", out _, out _));
        Assert.False(observation.TryFindChild("no-such-element", out _, out _));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_content_reference_leads_to_the_type_it_names(string name)
    {
        var model = FhirModel.For(FhirRelease.Find(name)!);
        var item = model.FindType("Questionnaire.item")!;

        Assert.True(item.TryFindChild("item", out var element, out var type));
        Assert.NotNull(element.ContentReference);
        Assert.Same(item, type);
        Assert.Equal(TypeKind.Backbone, item.Kind);
    }

    private static void Walk(TypeDefinition type, HashSet<TypeDefinition> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (var element in type.Elements)
        {
            var types = type.TypesOf(element);
            Assert.NotEmpty(types);
            foreach (var below in types)
            {
                Assert.True(below is not null, $"{element.Path} has a type that is not defined");
                Walk(below, seen);
            }
        }
    }
}
