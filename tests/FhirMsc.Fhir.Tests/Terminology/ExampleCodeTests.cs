using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Terminology;

/// <summary>The codes of the published examples: none that is right may be called wrong.</summary>
public class ExampleCodeTests
{
    private const int MaxBytes = 400_000;

    /// <summary>What definitions say of codes is checked elsewhere; here is data.</summary>
    private static readonly string[] Definitions = ["StructureDefinition", "ValueSet", "CodeSystem", "SearchParameter", "ConceptMap", "OperationDefinition", "CapabilityStatement", "CompartmentDefinition", "Bundle"];

    [PackageFact(LocalPackages.R4)]
    public void No_code_with_a_required_binding_is_called_wrong()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var terminology = new LocalTerminology(model);
        var package = LocalPackages.Open(LocalPackages.R4);
        var (asked, wrong) = (0, new List<string>());
        foreach (var entry in package.Entries.Where(entry => !Definitions.Contains(entry.ResourceType) && package.Read(entry.FileName)!.Value.Length <= MaxBytes))
        {
            if (package.Read(entry).Tree is not { } tree)
            {
                continue;
            }

            foreach (var element in All(Element.Of(tree.Root, model)))
            {
                if (element.Definition?.Binding is { Strength: BindingStrength.Required, ValueSet: { } valueSet } && element.Node.HasValue)
                {
                    asked++;
                    var answer = terminology.Has(valueSet, new CodedValue(null, element.Text!));
                    if (answer.IsNo)
                    {
                        wrong.Add($"{entry.FileName} '{element.Text}': {answer.ToIssue(element.Path, null)}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(asked, 1000, int.MaxValue);
    }

    private static IEnumerable<Element> All(Element element) => element.Children.SelectMany(All).Prepend(element);
}
