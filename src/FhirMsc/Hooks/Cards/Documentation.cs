using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Cards;

/// <summary>Reads <c>action.documentation</c> (RelatedArtifact) and Codings of a plan for cards.</summary>
internal static class Documentation
{
    /// <summary>The words for a person.</summary>
    public static string? Label(Node artifact) =>
        NodeShapes.Text(artifact, "display") ?? NodeShapes.Text(artifact, "label") ?? NodeShapes.Text(artifact, "citation") ?? Url(artifact);

    /// <summary>The address: R4's <c>url</c>, or <c>document.url</c>, which is what R5 has left; only if it is an absolute web address.</summary>
    public static string? Url(Node artifact)
    {
        var document = artifact.Child("document");
        var text = NodeShapes.Text(artifact, "url") ?? (NodeShapes.OfMember(document) == NodeShape.Object ? NodeShapes.Text(document, "url") : null);
        return text is not null && Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) ? text : null;
    }

    /// <summary>A Coding; <see langword="null"/> if it lacks system or code, both of which CDS Hooks requires.</summary>
    public static CardCoding? Coding(Node coding) =>
        coding.Exists && NodeShapes.Text(coding, "system") is { } system && NodeShapes.Text(coding, "code") is { } code
            ? new CardCoding(system, code, NodeShapes.Text(coding, "display"))
            : null;
}
