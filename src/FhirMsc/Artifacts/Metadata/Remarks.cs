using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>Defects of the page as notes on the resources that they concern.</summary>
internal static class Remarks
{
    /// <summary>Annotations for the defects that concern any of some facts.</summary>
    /// <param name="frame">The guideline and the release.</param>
    /// <param name="facts">Ids of facts.</param>
    public static IEnumerable<Element?> On(Frame frame, IReadOnlyCollection<string> facts) => frame.Guideline.Defects
        .Where(defect => defect.Concerns.Any(facts.Contains))
        .Select(defect => Datatypes.Note($"{defect.Title.TrimEnd('.')}. {defect.Text.Trim()} {defect.Handling.Trim()}", defect.Origin));
}
