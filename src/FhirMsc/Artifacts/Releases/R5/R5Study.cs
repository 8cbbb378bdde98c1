using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts.Releases.R5;

/// <summary>
/// <c>ResearchStudy</c> as R5 has it. Its status is that of the record; how far the study is would be <c>progressStatus</c>, which the page does not tell.
/// </summary>
internal static class R5Study
{
    /// <summary>The part of the resource that differs from earlier releases.</summary>
    public static Element Of(StudyBody body)
    {
        var (frame, study) = body;
        return new Element
        {
            { "studyDesign", [StudyDesigns.Sevco(study.Design)] },
            { "classifier", [study.Design.StudyType is null ? null : StudyDesigns.StudyType(study.Design)] },
            { "region", [study.Country is null ? null : Datatypes.Concept("urn:iso:std:iso:3166", study.Country)] },
            {
                "recruitment",
                new Element { { "actualNumber", study.Enrolled }, { "actualGroup", Datatypes.Reference($"Group/{frame.Names.Of(study)}", study.Population.Text) } }
            },
            {
                "comparisonGroup",
                study.Arms.Select(arm => new Element(arm.Origin)
                {
                    { "linkId", arm.Id },
                    { "name", arm.Name },
                    { "type", StudyDesigns.ArmType(arm.Kind) },
                    { "description", StudyWords.Describe(arm) },
                    { "intendedExposure", [Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(study, arm)}")] },
                    { "observedGroup", Datatypes.Reference($"Group/{frame.Names.Of(study, arm)}") },
                })
            },
            {
                "outcomeMeasure",
                study.Endpoints.Select(endpoint => new Element(endpoint.Origin)
                {
                    { "name", StudyWords.Describe(endpoint), endpoint.TimeFrame?.Origin },
                    { "type", [StudyDesigns.EndpointType("http://hl7.org/fhir/research-study-objective-type", endpoint.Role)] },
                    { "reference", study.Outcomes.FirstOrDefault(outcome => outcome.Endpoint == endpoint.Id) is { } outcome ? Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(outcome)}") : null },
                })
            },
            { "result", [Datatypes.Reference($"Citation/{frame.Names.Of(frame.Cited(study.Reference))}")] },
        };
    }
}
