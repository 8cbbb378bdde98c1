using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>A QuestionnaireResponse answers its Questionnaire (https://hl7.org/fhir/R4/questionnaireresponse.html#notes), if that is at hand.</summary>
internal sealed class QuestionnaireResponseRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "QuestionnaireResponse";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var named = context.Node.Child("questionnaire");
        if (named.Text is not { } canonical)
        {
            // A response may stand on its own (Questionnaire is 0..1), and an extension may say why it does.
            if (!named.Exists && context.Node.ChildrenNamed("item").Any())
            {
                sink.Report(ResponseIssues.NotNamed, context.Node);
            }

            return;
        }

        var found = context.Run.Resolve(context.Node, canonical);
        if (!found.Exists)
        {
            sink.Report(ResponseIssues.NoQuestionnaire, named, canonical);
        }
        else if (found.ResourceType != "Questionnaire")
        {
            sink.Report(ResponseIssues.WrongTarget, named, canonical, found.ResourceType);
        }
        else
        {
            Period(context.Node.Child("authored"), found.Child("effectivePeriod"), sink);
            new ResponseCheck(context.Node, new Form(found), context.Run, sink).Check();
        }
    }

    private static void Period(Node authored, Node period, IssueSink sink)
    {
        if (authored.Text is not { } text || !Temporal.TryParse(text, TemporalKind.DateTime, out var moment))
        {
            return;
        }

        if (period.Child("start").Text is { } from && Temporal.TryParse(from, TemporalKind.DateTime, out var start) && TemporalComparison.Compare(moment, start) < 0)
        {
            sink.Report(ResponseIssues.OutOfPeriod, authored, "before");
        }

        if (period.Child("end").Text is { } to && Temporal.TryParse(to, TemporalKind.DateTime, out var end) && TemporalComparison.Compare(moment, end) > 0)
        {
            sink.Report(ResponseIssues.OutOfPeriod, authored, "after");
        }
    }
}
