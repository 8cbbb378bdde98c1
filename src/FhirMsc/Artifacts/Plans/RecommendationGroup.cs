using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Artifacts.Plans;

/// <summary>Those a recommendation is for: its population, and as excluding characteristics the cases in which it does not hold.</summary>
internal static class RecommendationGroup
{
    /// <summary>The group.</summary>
    public static Draft Of(Frame frame, Recommendation recommendation)
    {
        var name = $"For whom: {recommendation.Title}";
        var head = new Head("Group", frame.Names.Of(recommendation), name, null, recommendation.Population.Origin)
        {
            Narrative = new Xhtml().Heading(name).Paragraph(recommendation.Population.Text)
                .Labelled("Except", string.Join("; ", recommendation.Exceptions.Select(exception => exception.Text))),
        };
        var group = frame.Forms.GroupKind(isDefinitional: true);
        group.Add("type", "person");
        group.Add("name", name);
        group.Add("characteristic",
        [
            new Element(recommendation.Population.Origin)
            {
                { "code", Datatypes.Words("Population") },
                { "valueCodeableConcept", Subjects.Concept(frame, recommendation.Population) },
                { "exclude", false },
            },
            .. recommendation.Exceptions.Select(exception => new Element(exception.Origin)
            {
                { "code", Datatypes.Words("Exception") },
                { "valueCodeableConcept", Datatypes.Concept([frame.Codes.Coding(exception.Concept)], exception.Text) },
                { "exclude", true },
            }),
        ]);
        return Resource.Make(frame, head, group);
    }
}
