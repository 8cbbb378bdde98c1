using FhirMsc.Artifacts;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Conformance.Traces;

/// <summary>Finds where an element of an artifact comes from.</summary>
public static class OriginSearch
{
    /// <summary>The origin of the nearest element around a path that has one.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="path">Path, as <see cref="FhirMsc.Fhir.Json.NodePath"/> writes paths.</param>
    /// <returns>The origin, or <see langword="null"/> if not even the resource has one.</returns>
    public static Origin? Nearest(Artifact artifact, string path)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(path);
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
