using FhirMsc.Artifacts;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Conformance.Traces;

/// <summary>Finds where an element of an artifact comes from.</summary>
internal static class OriginSearch
{
    /// <summary>The origin of the nearest element around a path that has one.</summary>
    public static Origin? Nearest(Artifact artifact, string path)
    {
        for (var at = path; at.Length > 0;)
        {
            if (artifact.Origins.TryGetValue(at, out var origin))
            {
                return origin;
            }

            var cut = at.LastIndexOfAny(['.', '[']);
            at = cut < 0 ? string.Empty : at[..cut];
        }

        return artifact.Origins.GetValueOrDefault(artifact.ResourceType);
    }
}
