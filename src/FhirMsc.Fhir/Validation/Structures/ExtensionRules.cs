using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Structures;

/// <summary>The definition of an extension goes by its own URL and says where it may stand (https://hl7.org/fhir/R4/defining-extensions.html).</summary>
internal static class ExtensionRules
{
    public static void Check(Node node, ValidationRun run, IssueSink sink)
    {
        Url(node, sink);
        foreach (var context in node.ChildrenNamed("context"))
        {
            Context(context, run, sink);
        }
    }

    private static void Url(Node node, IssueSink sink)
    {
        if (node.Child("url").Text is not { } url)
        {
            return;
        }

        foreach (var view in new[] { node.Child("differential"), node.Child("snapshot") }.Where(view => view.Exists))
        {
            var element = view.ChildrenNamed("element").FirstOrDefault(item => item.Child("path").Text == "Extension.url");
            if (element.Exists && element.Child("fixedUri") is { Text: { } text } value && text != url)
            {
                sink.Report(StructureDefinitionIssues.ExtensionUrl, value, text, url);
            }
        }
    }

    private static void Context(Node context, ValidationRun run, IssueSink sink)
    {
        if (context.Child("expression") is not { Text: { } expression } node)
        {
            return;
        }

        switch (context.Child("type").Text)
        {
            case "fhirpath":
                if (FhirPathExpression.Compile(expression, new FhirPathOptions { Model = run.Model }) is { IsOk: false, Issues: [var first, ..] })
                {
                    sink.Report(StructureDefinitionIssues.ContextExpression, node, first.Text);
                }

                break;
            case "element" when expression == "Element":
                sink.Report(StructureDefinitionIssues.ContextElement, context);
                break;
            case "element" when !expression.Contains(':', StringComparison.Ordinal) && !Exists(expression, run.Model):
                sink.Report(StructureDefinitionIssues.ContextPath, Severity.Warning, node, null, null, null, expression, run.Model.Release.Name);
                break;
            default:
                break;
        }
    }

    /// <summary>Whether a path of element names leads to an element: <c>Patient.contact.name</c>, <c>Observation.value[x]</c>.</summary>
    private static bool Exists(string path, FhirModel model)
    {
        var steps = path.Split('.');
        var type = model.FindType(steps[0]);
        for (var i = 1; i < steps.Length && type is not null; i++)
        {
            var name = steps[i].EndsWith("[x]", StringComparison.Ordinal) ? steps[i][..^3] : steps[i];
            if (type.FindElement(name) is { } element)
            {
                type = type.TypesOf(element).FirstOrDefault(found => found is not null) ?? type;
            }
            else if (!type.TryFindChild(steps[i], out _, out type))
            {
                return false;
            }
        }

        return type is not null;
    }
}
