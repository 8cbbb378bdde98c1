using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;

namespace FhirMsc.Tests.Artifacts;

public class RequiredBindingTests
{
    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);

    [Fact]
    public void Codes_with_a_required_binding_are_in_their_value_sets()
    {
        var (wrong, checkedCodes) = (new List<string>(), 0);
        foreach (var artifact in Committed.Set.Artifacts)
        {
            foreach (var element in All(Element.Of(artifact.Tree.Root, Model)).Where(element => element.Definition?.Binding is { Strength: BindingStrength.Required } && element.Node.HasValue))
            {
                var canonical = element.Definition!.Binding!.ValueSet!.Split('|')[0];
                var expansion = Model.FindValueSet(canonical)?.Expansion;
                if (expansion is { IsComplete: true })
                {
                    checkedCodes++;
                    if (expansion.Codes.All(code => code.Code != element.Text))
                    {
                        wrong.Add($"{artifact.FileName} {element.Path}: {element.Text} is not in {canonical}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(checkedCodes, 500, int.MaxValue);
    }

    private static IEnumerable<Element> All(Element element) => element.Children.SelectMany(All).Prepend(element);
}
