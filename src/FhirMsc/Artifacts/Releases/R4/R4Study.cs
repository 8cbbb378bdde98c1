using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary><c>ResearchStudy</c> as R4 and R4B have it.</summary>
internal static class R4Study
{
    /// <summary>The part of the resource that differs from later releases.</summary>
    public static Element Of(StudyBody body)
    {
        var (frame, study) = body;
        return new Element
        {
            // R4 asks for a status and has no code for "not stated"; results are reported, so it was carried out.
            { "status", "completed" },
            { "category", [StudyDesigns.StudyType(study.Design)] },
            { "location", [study.Country is null ? null : Datatypes.Concept("urn:iso:std:iso:3166", study.Country)] },
            { "enrollment", [Datatypes.Reference($"Group/{frame.Names.Of(study)}", study.Population.Text)] },
            {
                "arm",
                study.Arms.Select(arm => new Element(arm.Origin)
                {
                    { "name", arm.Name },
                    { "type", StudyDesigns.ArmType(arm.Kind) },
                    { "description", StudyWords.Describe(arm) },
                })
            },
            {
                "objective",
                study.Endpoints.Select(endpoint => new Element(endpoint.Origin)
                {
                    { "name", StudyWords.Describe(endpoint), endpoint.TimeFrame?.Origin },
                    { "type", StudyDesigns.EndpointType("http://terminology.hl7.org/CodeSystem/research-study-objective-type", endpoint.Role) },
                })
            },
        };
    }
}
