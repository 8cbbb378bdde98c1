using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Tests.Artifacts;

public class RequiredBindingTests
{
    private static readonly FhirModel Model = FhirModel.For(FhirRelease.R4);

    [Fact]
    public void Codes_with_a_required_binding_are_in_their_value_sets()
    {
        var terminology = new LocalTerminology(Model);
        var (wrong, checkedCodes) = (new List<string>(), 0);
        foreach (var artifact in Committed.Set.Artifacts)
        {
            foreach (var element in All(Element.Of(artifact.Tree.Root, Model)).Where(element => element.Definition?.Binding is { Strength: BindingStrength.Required } && element.Node.HasValue))
            {
                var answer = terminology.Has(element.Definition!.Binding!.ValueSet!, new CodedValue(null, element.Text!));
                checkedCodes += answer.Value == Membership.CannotTell ? 0 : 1;
                if (answer.IsNo)
                {
                    wrong.Add($"{artifact.FileName} {answer.ToIssue(element.Path, null)}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(checkedCodes, 500, int.MaxValue);
    }

    private static IEnumerable<Element> All(Element element) => element.Children.SelectMany(All).Prepend(element);
}
