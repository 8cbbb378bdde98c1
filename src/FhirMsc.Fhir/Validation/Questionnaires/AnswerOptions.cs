using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>Checks an answer against <c>answerOption</c> and <c>answerValueSet</c>.</summary>
internal sealed class AnswerOptions(Form form, ValidationRun run, IssueSink sink)
{
    private const string Exclusive = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

    public void Check(FormItem item, ChoiceValue value, int count)
    {
        var options = item.Node.ChildrenNamed("answerOption").ToList();
        if (options.Count > 0)
        {
            Options(item, value, count, options);
        }
        else if (item.Node.Child("answerValueSet").Text is { } valueSet)
        {
            ValueSet(item, value, valueSet);
        }
    }

    private void Options(FormItem item, ChoiceValue value, int count, List<Node> options)
    {
        var chosen = options.Find(option => AnswerComparison.AreEqual(ChoiceValue.Of(option, "value"), value) == true);
        if (!chosen.Exists)
        {
            if (!IsFreeText(item, value))
            {
                sink.Report(ResponseIssues.NotAnOption, value.Node, item.LinkId);
            }
        }
        else if (count > 1 && ChoiceValue.OfExtension(chosen, Exclusive).Node.Text == "true")
        {
            sink.Report(ResponseIssues.Exclusive, value.Node.Parent, item.LinkId, count);
        }
    }

    private void ValueSet(FormItem item, ChoiceValue value, string valueSet)
    {
        var code = value.Type switch
        {
            "Coding" when value.Node.Child("code").Text is { } text => new CodedValue(value.Node.Child("system").Text, text, value.Node.Child("version").Text),
            "String" when !IsFreeText(item, value) && value.Node.Text is { } text => new CodedValue(null, text),
            _ => (CodedValue?)null,
        };
        if (code is null)
        {
            return;
        }

        switch (IsMember(code.Value, valueSet))
        {
            case Answer.No:
                sink.Report(ResponseIssues.NotInValueSet, value.Node, item.LinkId, valueSet);
                break;
            case Answer.CannotTell:
                sink.Report(ResponseIssues.OptionsUntold, value.Node, item.LinkId, valueSet);
                break;
            default:
                break;
        }
    }

    /// <summary>A value set in the Questionnaire itself is asked for what it says; one from outside is the terminology's matter.</summary>
    private Answer IsMember(CodedValue code, string valueSet)
    {
        if (valueSet is not ['#', ..])
        {
            return run.IsMember(code, valueSet);
        }

        var container = form.Node.Name == "contained" && form.Node.Parent.Exists ? form.Node.Parent : form.Node;
        var contained = container.ChildrenNamed("contained").Where(resource => resource.ResourceType is "ValueSet" or "CodeSystem").ToList();
        var url = contained.Find(resource => resource.ResourceType == "ValueSet" && resource.Child("id").Text == valueSet[1..]).Child("url").Text;
        return url is null ? Answer.CannotTell : new TerminologyPort(new LocalTerminology(contained)).IsMember(code, url);
    }

    /// <summary>With <c>open-choice</c> (in R5 with an <c>answerConstraint</c>) a string is an answer in the person's own words.</summary>
    private static bool IsFreeText(FormItem item, ChoiceValue value) =>
        value.Type == "String" && (item.Type == "open-choice" || item.Node.Child("answerConstraint").Text == "optionsOrString");
}
