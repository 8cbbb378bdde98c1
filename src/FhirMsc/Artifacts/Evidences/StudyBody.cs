using FhirMsc.Artifacts.Naming;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>A study and the guideline it is in, for a release to write as <c>ResearchStudy</c>.</summary>
internal sealed record StudyBody(Frame Frame, Study Study);
