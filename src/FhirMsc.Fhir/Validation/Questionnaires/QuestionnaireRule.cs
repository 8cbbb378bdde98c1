using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>What the items of a Questionnaire say about each other and no invariant states (https://hl7.org/fhir/R4/questionnaire-definitions.html).</summary>
internal sealed class QuestionnaireRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Questionnaire";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var form = new Form(context.Node);
        var places = form.All.Select((item, i) => (item, i)).ToDictionary(pair => pair.item, pair => pair.i);
        foreach (var item in form.All)
        {
            foreach (var condition in item.Node.ChildrenNamed("enableWhen"))
            {
                Condition(form, item, condition, places, sink);
            }

            Options(form, item, context.Run, sink);
            Initial(item, sink);
        }
    }

    /// <summary>Questionnaire.item.enableWhen.question: another question, one that can be answered before, with an answer of its type.</summary>
    private static void Condition(Form form, FormItem item, Node condition, Dictionary<FormItem, int> places, IssueSink sink)
    {
        if (condition.Child("question").Text is not { } linkId)
        {
            return;
        }

        if (form.ByLinkId.GetValueOrDefault(linkId) is not { } target)
        {
            sink.Report(QuestionnaireIssues.EnableWhenTarget, condition.Child("question"), linkId);
            return;
        }

        if (ReferenceEquals(target, item) || item.Contains(target))
        {
            sink.Report(QuestionnaireIssues.EnableWhenInside, item.Node, linkId, ReferenceEquals(target, item) ? "the item itself" : "inside of it");
            return;
        }

        if (target.Type is "group" or "display")
        {
            sink.Report(QuestionnaireIssues.EnableWhenNoQuestion, condition.Child("question"), linkId, target.Type);
            return;
        }

        if (places[target] > places[item])
        {
            sink.Report(QuestionnaireIssues.EnableWhenLater, condition, linkId);
        }

        var answer = ChoiceValue.Of(condition, "answer");
        if (!answer.Exists || condition.Child("operator").Text == "exists" || AnswerTypes.Of(target.Type) is not { } types)
        {
            return;
        }

        if (types.Length > 0 && !types.Contains(answer.Type) && !(answer.Type == "Integer" && target.Type == "decimal"))
        {
            sink.Report(QuestionnaireIssues.EnableWhenType, answer.Node, linkId, target.Type, answer.Type);
        }
        else if (target.Type is "choice" && target.Node.ChildrenNamed("answerOption").Any() && !target.Node.ChildrenNamed("answerOption").Any(option => AnswerComparison.AreEqual(ChoiceValue.Of(option, "value"), answer) != false))
        {
            sink.Report(QuestionnaireIssues.EnableWhenOption, answer.Node, linkId);
        }
    }

    private static void Options(Form form, FormItem item, ValidationRun run, IssueSink sink)
    {
        var seen = new List<ChoiceValue>();
        foreach (var option in item.Node.ChildrenNamed("answerOption"))
        {
            var value = ChoiceValue.Of(option, "value");
            if (value.Exists && seen.Exists(other => AnswerComparison.AreEqual(other, value) == true))
            {
                sink.Report(QuestionnaireIssues.DuplicateOption, option);
            }

            seen.Add(value);
        }

        if (item.Node.Child("answerValueSet") is { Text: ['#', ..] text } valueSet && run.Resolve(form.Node, text) is var found && (!found.Exists || found.ResourceType != "ValueSet"))
        {
            sink.Report(QuestionnaireIssues.ContainedValueSet, valueSet, text);
        }
    }

    private static void Initial(FormItem item, IssueSink sink)
    {
        var options = item.Node.ChildrenNamed("answerOption").Select(option => ChoiceValue.Of(option, "value")).ToList();
        foreach (var initial in item.Node.ChildrenNamed("initial"))
        {
            var value = ChoiceValue.Of(initial, "value");
            if (!value.Exists)
            {
                continue;
            }

            if (AnswerTypes.Of(item.Type) is { Length: > 0 } types && !types.Contains(value.Type))
            {
                sink.Report(QuestionnaireIssues.InitialType, value.Node, item.Type, value.Type);
            }
            else if (options.Count > 0 && item.Type is "choice" && !options.Exists(option => AnswerComparison.AreEqual(option, value) != false))
            {
                sink.Report(QuestionnaireIssues.InitialOption, value.Node);
            }
        }
    }
}
