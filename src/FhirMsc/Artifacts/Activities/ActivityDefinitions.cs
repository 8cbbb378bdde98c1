using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Logic;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Artifacts.Activities;

/// <summary>
/// What is to be done about a recommendation: telling it, and for a recommendation against something, not ordering it, once for each kind of order that
/// the guideline's logic looks at.
/// </summary>
internal sealed class ActivityDefinitions : IProjection
{
    private const string Medication = "MedicationRequest";

    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.Recommendations.SelectMany(recommendation => DoNotOrderTypes(frame, recommendation)
        .Select(type => DoNotOrder(frame, recommendation, type)).Append(Inform(frame, recommendation)));

    /// <summary>The kinds of orders that must not be made; none unless the recommendation is against its intervention.</summary>
    public static IEnumerable<string> DoNotOrderTypes(Frame frame, Recommendation recommendation) => recommendation.Direction != Direction.Against ? [] :
        frame.Guideline.Logic.Inputs.Where(input => input.From == InputSource.Orders).SelectMany(input => input.Types).Distinct();

    /// <summary>Title of the activity of not ordering.</summary>
    public static string DoNotOrderTitle(Recommendation recommendation, string orderType) =>
        $"Do not order: {recommendation.Intervention.Text} ({(orderType == Medication ? "as a medication" : "as a service")})";

    private static Draft DoNotOrder(Frame frame, Recommendation recommendation, string orderType)
    {
        var isMedication = orderType == Medication;
        var what = Subjects.Concept(frame, recommendation.Intervention);
        var head = HeadOf(frame, recommendation, frame.Names.DoNotOrder(recommendation, orderType), DoNotOrderTitle(recommendation, orderType)) with
        {
            Kind = isMedication ? ArtifactKind.MedicationActivity : ArtifactKind.Activity,
        };
        var body = new Element
        {
            { "kind", orderType },
            { "code", isMedication ? null : what },
            { "intent", "proposal" },
            { "doNotPerform", true },
            { "productCodeableConcept", isMedication ? what : null },
        };
        body.Take(isMedication ? frame.Forms.MedicationOrder().Members : []);
        return Resource.Make(frame, head, body);
    }

    private static Draft Inform(Frame frame, Recommendation recommendation)
    {
        var head = HeadOf(frame, recommendation, frame.Names.Inform(recommendation), $"Tell: {recommendation.Title}") with { Kind = ArtifactKind.Activity };
        return Resource.Make(frame, head, new Element
        {
            { "kind", "CommunicationRequest" },
            { "intent", "proposal" },
            {
                "dynamicValue",
                [
                    new Element
                    {
                        { "path", frame.Forms.MessagePath },
                        { "expression", Datatypes.Expression(Datatypes.FhirPathLiteral(recommendation.Quotation.Trim()), "The statement as printed") },
                    },
                ]
            },
        });
    }

    private static Head HeadOf(Frame frame, Recommendation recommendation, string id, string title) =>
        new("ActivityDefinition", id, title, recommendation.Quotation.Trim(), recommendation.Origin)
        {
            Jurisdiction = recommendation.Jurisdiction,
            Related = [Citing.Page(frame)],
            Narrative = new Xhtml().Heading(title).Quotation(recommendation.Quotation).Labelled("Archived", frame.Guideline.Source.Archived?.Meaning),
        };
}
