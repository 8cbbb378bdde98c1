using System.Text;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Suites.FhirPath;

/// <summary>The cases of the HL7/fhirpath.js project, as JSON: one file a chapter, with a subject and expressions on it.</summary>
internal sealed class FhirPathJsSuite : ISuite
{
    public string Name => "fhirpath/fhirpathjs";

    public IEnumerable<CaseResult> Run(string directory)
    {
        var folder = Path.Combine(directory, Name);
        var input = new SuiteInput(Path.Combine(folder, "resources"));
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var root = document.RootElement;
            root.TryGetProperty("subject", out var subject);
            foreach (var test in root.GetProperty("tests").EnumerateArray())
            {
                var id = test.GetProperty("id").GetString()!;
                yield return test.TryGetProperty("disabled", out var disabled) && disabled.ValueKind == JsonValueKind.True
                    ? new CaseResult(id, CaseOutcome.Skipped, "disabled in the suite")
                    : CaseResult.Of(id, Failure(test, subject, input));
            }
        }
    }

    private static string? Failure(JsonElement test, JsonElement subject, SuiteInput input)
    {
        var modelName = Text(test, "model");
        var model = modelName switch
        {
            null => null,
            "r5" => FhirModel.For(FhirRelease.R5),

            // There are no definitions of the releases before R4; R4 is the nearest.
            _ => FhirModel.For(FhirRelease.R4),
        };
        var (text, basePath) = Expression(test.GetProperty("expression"));
        var expectsError = test.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.True;
        var compilation = FhirPathExpression.Compile(text, new FhirPathOptions { Model = model });
        if (compilation.Expression is not { } expression)
        {
            return expectsError ? null : $"refused: {compilation.Issues[0].Text}";
        }

        var start = Start(test, subject, input, modelName, model, out var failure);
        if (failure is not null)
        {
            return failure;
        }

        var environment = new EvaluationContext { Variables = Variables(test) };
        if (Text(test, "context") is { } path && start is { IsNode: true } whole)
        {
            environment = environment with { Resource = whole.Node };
            start = FhirPathExpression.Compile(path, new FhirPathOptions { Model = model }).Expression!.Evaluate(whole).Items[0];
        }

        var result = basePath is not null && start is { IsNode: true } part && model?.FindType(basePath) is { } type
            ? expression.Evaluate(Element.Of(part.Node, model, type), environment)
            : expression.Evaluate(start, environment);
        if (result.Issue is { } issue)
        {
            return expectsError ? null : $"ended: {issue.Text}";
        }

        // That suite leaves out items that have an id or extensions, but no value.
        var actual = result.Items.Where(item => !item.IsNode || item.Node.HasValue || !IsValueless(item.Node)).ToList();
        if (expectsError)
        {
            return $"gives [{string.Join(" | ", actual)}] in place of an error";
        }

        var expected = test.TryGetProperty("result", out var value) ? value : default;
        return ExpectedJson.Matches(expected, actual) ? null : $"gives [{string.Join(" | ", actual.Select(ExpectedJson.Show))}] in place of {expected.GetRawText()}";
    }

    private static bool IsValueless(Node node) => node.Children.Any() && node.Children.All(child => child.Name is "id" or "extension") && !node.Children.Any(child => child.Name == "url");

    private static (string Text, string? Base) Expression(JsonElement expression) => expression.ValueKind == JsonValueKind.Object
        ? (expression.GetProperty("expression").GetString()!, expression.GetProperty("base").GetString())
        : (expression.GetString()!, null);

    private static Item? Start(JsonElement test, JsonElement subject, SuiteInput input, string? modelName, FhirModel? model, out string? failure)
    {
        failure = null;
        if (Text(test, "inputfile") is not { } file)
        {
            return Value(subject);
        }

        var tree = input.Read(Path.Combine(modelName ?? "r4", file), model);
        failure = tree is null ? $"The input {file} can't be read." : null;
        return tree is null ? null : Item.Of(tree.Root);
    }

    private static Dictionary<string, VariableValue> Variables(JsonElement test)
    {
        var variables = new Dictionary<string, VariableValue>(StringComparer.Ordinal);
        foreach (var variable in test.TryGetProperty("variables", out var stated) ? stated.EnumerateObject() : default)
        {
            variables.Add(variable.Name, variable.Value.ValueKind == JsonValueKind.Array
                ? VariableValue.Of(variable.Value.EnumerateArray().Select(Value).OfType<Item>())
                : Value(variable.Value) is { } item ? VariableValue.Of(item) : VariableValue.Empty);
        }

        return variables;
    }

    private static Item? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonParser.Parse(Encoding.UTF8.GetBytes(value.GetRawText())).Tree is { } tree ? Item.Of(tree.Root) : null,
        JsonValueKind.String => Item.Of(value.GetString()!),
        JsonValueKind.True or JsonValueKind.False => Item.Of(value.GetBoolean()),
        JsonValueKind.Number => value.TryGetInt32(out var number) ? Item.Of(number) : Item.Of(value.GetDecimal()),
        JsonValueKind.Array when value.GetArrayLength() == 1 => Value(value[0]),
        _ => null,
    };

    private static string? Text(JsonElement test, string name) => test.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
