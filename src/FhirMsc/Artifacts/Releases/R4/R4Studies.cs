using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>A study, the groups that took part, and its population and arms as variables.</summary>
internal static class R4Studies
{
    /// <summary>Everything of a study but its results.</summary>
    public static IEnumerable<Draft> All(Frame frame, Study study) =>
    [
        ResearchStudy(frame, study),
        Participants(frame, study),
        .. Intended(frame, study),
        .. study.Arms.SelectMany(arm => Groups(frame, study, arm)),
        R4Variables.Population(frame, study),
        .. study.Arms.Select(arm => R4Variables.Arm(frame, study, arm)),
    ];

    /// <summary>THO's <c>study-type</c>, which R4 has.</summary>
    public static Element StudyType(StudyDesign design) => Datatypes.Concept(
        [design.StudyType is { } code ? Datatypes.Coding("http://terminology.hl7.org/CodeSystem/study-type", code) : null],
        StudyWords.Describe(design),
        design.Origin);

    private static Draft ResearchStudy(Frame frame, Study study)
    {
        var head = new Head("ResearchStudy", frame.Names.Of(study), study.Title, null, study.Origin) { Narrative = Narrative(study) };
        return Resource.Make(frame, head, new Element
        {
            { "title", study.Title },

            // R4 asks for a status and has no code for "not stated"; results are reported, so it was carried out.
            { "status", "completed" },
            { "category", [StudyType(study.Design)] },
            { "condition", [Datatypes.Words(study.ObservedCondition.Text, study.ObservedCondition.Origin)] },
            { "relatedArtifact", Citing.References(frame, [study.Reference]).Select(frame.Forms.RelatedArtifact) },
            { "keyword", [Datatypes.Words(study.Label)] },
            { "location", [study.Country is null ? null : Datatypes.Concept("urn:iso:std:iso:3166", study.Country)] },
            { "description", $"{study.Population.Text.TrimEnd()}\n\nParticipants: {StudyWords.Participants(study)}" },
            { "enrollment", [Datatypes.Reference($"Group/{frame.Names.Of(study)}", study.Population.Text)] },
            { "note", [.. study.Limitations.Concat(study.Notes).Select(note => Datatypes.Note(note.Text, note.Origin)), .. Remarks.On(frame, [study.Id])] },
            {
                "arm",
                study.Arms.Select(arm => new Element(arm.Origin)
                {
                    { "name", arm.Name },
                    { "type", Datatypes.Concept("http://hl7.org/fhir/research-study-arm-type", Codes(arm.Kind).Code, Codes(arm.Kind).Display) },
                    { "description", StudyWords.Describe(arm) },
                })
            },
            {
                "objective",
                study.Endpoints.Select(endpoint => new Element(endpoint.Origin)
                {
                    { "name", StudyWords.Describe(endpoint), endpoint.TimeFrame?.Origin },
                    {
                        "type",
                        Datatypes.Concept("http://terminology.hl7.org/CodeSystem/research-study-objective-type", endpoint.Role.ToString().ToLowerInvariant(), endpoint.Role.ToString())
                    },
                })
            },
        });
    }

    private static Draft Participants(Frame frame, Study study) => Group(
        frame,
        frame.Names.Of(study),
        $"Participants of {study.Label}",
        study.Enrolled,
        [Characteristic("Population", study.Population.Text, study.Population.Origin), Characteristic("Condition", study.ObservedCondition.Text, study.ObservedCondition.Origin)],
        study.Population.Origin);

    private static IEnumerable<Draft> Intended(Frame frame, Study study)
    {
        if (study.IntendedCondition is { } intended)
        {
            var name = $"Those the guideline asks about: {intended.Text}";
            var head = new Head("Group", frame.Names.Intended(study), name, null, intended.Origin) { Narrative = new Xhtml().Heading(name) };
            var group = frame.Forms.DefinitionalGroup([Characteristic("Condition", intended.Text, intended.Origin)]);
            group.Add("name", name);
            yield return Resource.Make(frame, head, group);
        }
    }

    private static IEnumerable<Draft> Groups(Frame frame, Study study, Arm arm) =>
    [
        Group(frame, frame.Names.Of(study, arm), $"{study.Label}: {arm.Name}", arm.Count, [Characteristic("Intervention", arm.Intervention, arm.Origin)], arm.Origin),
        .. arm.Subgroups.Select((part, i) => Group(
            frame,
            frame.Names.Of(study, arm, i + 1),
            $"{study.Label}: {arm.Name}, {part.Text}",
            part.Count,
            [Characteristic("Intervention", arm.Intervention, arm.Origin), Characteristic("Part", part.Text, part.Origin)],
            part.Origin)),
    ];

    /// <summary>A group of people who took part: real, but none of them known.</summary>
    private static Draft Group(Frame frame, string id, string name, int? quantity, IEnumerable<Element> characteristics, Content.Tracing.Origin origin)
    {
        var head = new Head("Group", id, name, null, origin)
        {
            Narrative = new Xhtml().Heading(name).Labelled("How many", quantity is { } count ? StudyWords.Number(count) : "not stated"),
        };
        return Resource.Make(frame, head, new Element
        {
            { "type", "person" },
            { "actual", true },
            { "name", name },
            { "quantity", quantity },
            { "characteristic", characteristics },
        });
    }

    private static Element Characteristic(string code, string text, Content.Tracing.Origin origin) => new(origin)
    {
        { "code", Datatypes.Words(code) },
        { "valueCodeableConcept", Datatypes.Words(text) },
        { "exclude", false },
    };

    private static (string Code, string Display) Codes(ArmKind kind) => kind switch
    {
        ArmKind.Experimental => ("experimental", "Experimental"),
        ArmKind.ActiveComparator => ("active-comparator", "Active Comparator"),
        ArmKind.PlaceboComparator => ("placebo-comparator", "Placebo Comparator"),
        ArmKind.ShamComparator => ("sham-comparator", "Sham Comparator"),
        ArmKind.NoIntervention => ("no-intervention", "No Intervention"),
        _ => ("other-arm-type", "Other Arm Type"),
    };

    private static Xhtml Narrative(Study study) => new Xhtml().Heading(study.Title)
        .Labelled("Study", study.Label)
        .Labelled("Design", StudyWords.Describe(study.Design))
        .Labelled("Who was studied", study.Population.Text)
        .Labelled("Participants", StudyWords.Participants(study))
        .Table(["Arm", "What its participants got"], study.Arms.Select(IReadOnlyList<string?> (arm) => [arm.Name, StudyWords.Describe(arm)]))
        .Table(["Endpoint", "What"], study.Endpoints.Select(IReadOnlyList<string?> (endpoint) => [endpoint.Role.ToString(), StudyWords.Describe(endpoint)]))
        .Table(["Result", "Finding"], study.Outcomes.Select(IReadOnlyList<string?> (outcome) => [outcome.Title, outcome.Finding]))
        .Bullets(study.Limitations.Concat(study.Notes).Select(note => note.Text));
}
