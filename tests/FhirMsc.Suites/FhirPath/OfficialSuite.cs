using System.Xml.Linq;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Suites.FhirPath;

/// <summary>HL7's FHIRPath suite of a release: <c>tests/group/test</c> with an expression and its expected items.</summary>
internal sealed class OfficialSuite(string name, string file, FhirRelease release) : ISuite
{
    public string Name => name;

    public IEnumerable<CaseResult> Run(string directory)
    {
        var folder = Path.Combine(directory, name);
        var model = FhirModel.For(release);
        var input = new SuiteInput(Path.Combine(folder, "input"));
        var environment = new EvaluationContext { Profiles = new ConformancePort(new ResourceValidator(model), model) };
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var test in XDocument.Load(Path.Combine(folder, file)).Descendants().Where(element => element.Name.LocalName == "test"))
        {
            var id = (string)test.Attribute("name")!;
            var times = seen[id] = seen.GetValueOrDefault(id) + 1;
            yield return CaseResult.Of(times == 1 ? id : $"{id}#{times}", Failure(test, model, input, environment));
        }
    }

    private static string? Failure(XElement test, FhirModel model, SuiteInput input, EvaluationContext environment)
    {
        var expression = test.Elements().First(element => element.Name.LocalName == "expression");
        var invalid = (string?)expression.Attribute("invalid") is { } kind and not "false" ? kind : null;
        NodeTree? tree = null;
        if ((string?)test.Attribute("inputfile") is { } inputFile && (tree = input.Read(inputFile, model)) is null)
        {
            return $"The input {inputFile} can't be read.";
        }

        // The suite's own runner checks every expression; polymorphic paths are let through where a test asks for it.
        var mode = (string?)test.Attribute("mode");
        var compilation = FhirPathExpression.Compile(expression.Value, new FhirPathOptions
        {
            Model = model,
            Strict = mode is not ("lenient" or "lenient/polymorphics") && (string?)test.Attribute("skipStaticCheck") != "true",
            ContextType = tree?.Root.ResourceType,
        });
        if (compilation.Expression is not { } compiled)
        {
            return invalid is null ? $"refused: {compilation.Issues[0].Text}" : null;
        }

        var result = compiled.Evaluate(tree?.Root ?? default, environment);
        if (result.Issue is { } issue)
        {
            return invalid is null or "syntax" ? $"ended: {issue.Text}" : null;
        }

        if (invalid is not null)
        {
            return $"is accepted, though invalid ({invalid})";
        }

        var outputs = test.Elements().Where(element => element.Name.LocalName == "output").ToList();
        var actual = (string?)test.Attribute("predicate") == "true" ? [Item.Of(result.Items.Count > 0 && (result.ToBoolean() ?? true))] : result.Items;
        var ordered = (string?)test.Attribute("ordered") != "false";
        return Matches(outputs, actual, ordered)
            ? null
            : $"gives [{string.Join(" | ", actual)}] in place of [{string.Join(" | ", outputs.Select(output => output.Value))}]";
    }

    private static bool Matches(List<XElement> outputs, IReadOnlyList<Item> items, bool ordered)
    {
        if (outputs.Count != items.Count)
        {
            return false;
        }

        if (ordered)
        {
            return outputs.Zip(items).All(pair => ExpectedItem.Matches(pair.First, pair.Second));
        }

        var rest = items.ToList();
        return outputs.All(output => rest.FindIndex(item => ExpectedItem.Matches(output, item)) is >= 0 and var at && Take(rest, at));
    }

    private static bool Take(List<Item> rest, int at)
    {
        rest.RemoveAt(at);
        return true;
    }
}
