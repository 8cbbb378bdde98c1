using FhirMsc.Artifacts.Releases.R4;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Tests.Artifacts.Releases.R4;

public class R4ElementsTests
{
    public static TheoryData<string> Types { get; } = new(R4Elements.Order.Keys);

    [Theory]
    [MemberData(nameof(Types))]
    public void The_order_is_that_of_the_definition(string type)
    {
        var definition = FhirModel.For(FhirRelease.R4).FindType(type)!;
        var orders = R4Elements.Order[type].Where(name => name != "resourceType").Select(name =>
        {
            Assert.True(definition.TryFindChild(name, out var element, out _), $"{type} has no {name}");
            return definition.OrderOf(element);
        }).ToList();

        Assert.Equal(orders.Order(), orders);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void No_element_is_left_out(string type)
    {
        var definition = FhirModel.For(FhirRelease.R4).FindType(type)!;

        Assert.All(
            definition.Elements.Select(element => element.Name.Replace("[x]", string.Empty, StringComparison.Ordinal)),
            name => Assert.Contains(R4Elements.Order[type], known => known.StartsWith(name, StringComparison.Ordinal)));
    }
}
