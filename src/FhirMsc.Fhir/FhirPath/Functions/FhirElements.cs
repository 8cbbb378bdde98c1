using System.Text;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIR, Using FHIRPath: functions on extensions and primitive values.</summary>
internal static class FhirElements
{
    private static readonly int ExtensionName = NameTable.Fhir.Find("extension");
    private static readonly int ModifierExtensionName = NameTable.Fhir.Find("modifierExtension");
    private static readonly int Url = NameTable.Fhir.Find("url");

    /// <summary>The extensions with a URL.</summary>
    public static Transform Extension(FunctionCall call)
    {
        var url = call.Argument(0);
        var step = new Navigation("extension");
        return (run, start) =>
        {
            var middle = run.Top;
            url(run);
            var known = run.TryString(middle, call.Offset, "extension()", out var wanted);
            run.Drop(middle);
            if (!known)
            {
                run.Drop(start);
                return;
            }

            step.Step(run, start);
            var bytes = Encoding.UTF8.GetBytes(wanted);
            var kept = start;
            for (var i = start; i < run.Top; i++)
            {
                if (run[i].IsNode && run[i].Node.Child(Url) is { Exists: true } stated && stated.ValueEquals(bytes))
                {
                    run[kept++] = run[i];
                }
            }

            run.Drop(kept);
        };
    }

    /// <summary>Whether the input is a single primitive with a value, not with extensions only.</summary>
    public static Transform HasValue(FunctionCall call) => static (run, start) => run.Replace(start, run.CountFrom(start) == 1 && HasOwnValue(run[start]));

    /// <summary>The value of a single primitive.</summary>
    public static Transform GetValue(FunctionCall call) => static (run, start) =>
    {
        if (run.CountFrom(start) == 1 && HasOwnValue(run[start]) && run.TryConvert(run[start], out var value))
        {
            run.Replace(start, value);
        }
        else
        {
            run.Drop(start);
        }
    };

    /// <summary>Passes its input on; modifier extensions other than those named are an error.</summary>
    public static Transform CheckModifiers(FunctionCall call)
    {
        var known = Enumerable.Range(0, call.Count).Select(call.Argument).ToArray();
        return (run, start) =>
        {
            var end = run.Top;
            var urls = new HashSet<string>(StringComparer.Ordinal);
            foreach (var url in known)
            {
                url(run);
                if (run.TryString(end, call.Offset, "checkModifiers()", out var text))
                {
                    urls.Add(text);
                }

                run.Drop(end);
            }

            for (var i = start; i < end; i++)
            {
                if (!run[i].IsNode)
                {
                    continue;
                }

                foreach (var child in run[i].Node.Children)
                {
                    if (child.NameNumber == ModifierExtensionName && !urls.Contains(child.Child(Url).Text ?? string.Empty))
                    {
                        throw new EvaluationException(FhirPathIssues.WrongValue, call.Offset, $"There is a modifier extension that is not among those expected: {child.Child(Url).Text}.");
                    }
                }
            }
        };
    }

    private static bool HasOwnValue(in Item item) => item.IsNode ? item.Node.HasValue : item.Kind != ItemKind.Quantity;
}
