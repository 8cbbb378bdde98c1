using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>Checks the answers to one question: type, options, limits.</summary>
internal sealed class AnswerCheck(Form form, ValidationRun run, IssueSink sink)
{
    private readonly AnswerOptions options = new(form, run, sink);
    private readonly AnswerLimits limits = new(run, sink);

    public void Check(FormItem item, List<Node> given)
    {
        foreach (var answer in given)
        {
            var value = ChoiceValue.Of(answer, "value");
            if (!value.Exists)
            {
                continue;
            }

            if (AnswerTypes.Of(item.Type) is { } types && !types.Contains(value.Type))
            {
                sink.Report(ResponseIssues.AnswerType, value.Node, item.LinkId, string.Join(" or ", types), value.Type);
                continue;
            }

            options.Check(item, value, given.Count);
            limits.Check(item, value);
        }
    }
}
