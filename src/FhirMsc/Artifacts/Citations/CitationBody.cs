using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Citations;

/// <summary>A bibliographic record before it takes the shape of a release.</summary>
/// <param name="Id">Logical id.</param>
/// <param name="Title">What the record is called.</param>
/// <param name="Text">The citation as one text.</param>
/// <param name="Style">In whose words that text is.</param>
/// <param name="CitedArtifact"><c>Citation.citedArtifact</c>.</param>
/// <param name="Contained">Resources that the cited artifact refers to.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record CitationBody(string Id, string Title, string Text, string Style, Element CitedArtifact, IReadOnlyList<Element> Contained, Origin Origin)
{
    /// <summary><c>Citation.summary</c>.</summary>
    public Element Summary => new(Origin) { { "style", Datatypes.Words(Style) }, { "text", Text, Origin } };
}
