using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>The people of a study as <c>Group</c>: all who took part, each arm, the parts of an arm, and those the guideline asks about.</summary>
internal static class Groups
{
    /// <summary>All groups of a study.</summary>
    public static IEnumerable<Draft> All(Frame frame, Study study) =>
    [
        Participants(
            frame,
            frame.Names.Of(study),
            $"Participants of {study.Label}",
            study.Enrolled,
            [Characteristic("Population", study.Population.Text, study.Population.Origin), Characteristic("Condition", study.ObservedCondition.Text, study.ObservedCondition.Origin)],
            study.Population.Origin),
        .. Intended(frame, study),
        .. study.Arms.SelectMany(arm => OfArm(frame, study, arm)),
    ];

    private static IEnumerable<Draft> Intended(Frame frame, Study study)
    {
        if (study.IntendedCondition is { } intended)
        {
            var name = $"Those the guideline asks about: {intended.Text}";
            yield return Make(frame, frame.Names.Intended(study), name, isDefinitional: true, null, [Characteristic("Condition", intended.Text, intended.Origin)], intended.Origin, new Xhtml().Heading(name));
        }
    }

    private static IEnumerable<Draft> OfArm(Frame frame, Study study, Arm arm) =>
    [
        Participants(frame, frame.Names.Of(study, arm), $"{study.Label}: {arm.Name}", arm.Count, [Characteristic("Intervention", arm.Intervention, arm.Origin)], arm.Origin),
        .. arm.Subgroups.Select((part, i) => Participants(
            frame,
            frame.Names.Of(study, arm, i + 1),
            $"{study.Label}: {arm.Name}, {part.Text}",
            part.Count,
            [Characteristic("Intervention", arm.Intervention, arm.Origin), Characteristic("Part", part.Text, part.Origin)],
            part.Origin)),
    ];

    /// <summary>People who took part: real, but none of them known.</summary>
    private static Draft Participants(Frame frame, string id, string name, int? quantity, IEnumerable<Element> characteristics, Origin origin) => Make(
        frame,
        id,
        name,
        isDefinitional: false,
        quantity,
        characteristics,
        origin,
        new Xhtml().Heading(name).Labelled("How many", quantity is { } count ? StudyWords.Number(count) : "not stated"));

    private static Draft Make(Frame frame, string id, string name, bool isDefinitional, int? quantity, IEnumerable<Element> characteristics, Origin origin, Xhtml narrative)
    {
        var body = new Element { { "type", "person" }, { "name", name }, { "quantity", quantity }, { "characteristic", characteristics } };
        body.Take(frame.Forms.GroupKind(isDefinitional).Members);
        return Resource.Make(frame, new Head("Group", id, name, null, origin) { Narrative = narrative }, body);
    }

    private static Element Characteristic(string code, string text, Origin origin) => new(origin)
    {
        { "code", Datatypes.Words(code) },
        { "valueCodeableConcept", Datatypes.Words(text) },
        { "exclude", false },
    };
}
