using FhirMsc.Artifacts;

namespace FhirMsc.Publishing.Bundles;

/// <summary>The search that tells a server whether it has an artifact already (https://hl7.org/fhir/R4/http.html#ccreate).</summary>
internal static class ConditionalCreate
{
    /// <summary>The query, without a question mark.</summary>
    public static string Of(Artifact artifact) => artifact.ResourceType switch
    {
        // Basic carries the canonical of the citation that it stands for.
        "Basic" => ByIdentifier(artifact.Url!),

        // R5's studies have a canonical, but no release has a search parameter for it.
        not "ResearchStudy" when artifact.Url is { } url => $"url={Uri.EscapeDataString(url)}&version={Uri.EscapeDataString(artifact.Version!)}",
        _ => ByIdentifier(artifact.FullUrl),
    };

    private static string ByIdentifier(string url) => $"identifier={Uri.EscapeDataString($"urn:ietf:rfc:3986|{url}")}";
}
