using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Runs;

/// <summary>The release that a resource says it is written in.</summary>
internal static class ReleaseDetection
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>
    /// Asks <c>fhirVersion</c>, which StructureDefinition, CapabilityStatement and ImplementationGuide have, then the versions of core profiles in
    /// <c>meta.profile</c>.
    /// </summary>
    /// <returns>The release, or <see langword="null"/> if the resource does not say it.</returns>
    public static FhirRelease? Of(Node resource)
    {
        var stated = resource.ChildrenNamed("fhirVersion").Select(version => version.Text);
        var claimed = resource.Child("meta").Exists
            ? resource.Child("meta").ChildrenNamed("profile").Select(profile => profile.Text).Where(url => url?.StartsWith(Core, StringComparison.Ordinal) == true)
                .Select(url => url!.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? url[(bar + 1)..] : null)
            : [];
        return stated.Concat(claimed).OfType<string>().Select(FhirRelease.Find).FirstOrDefault(release => release is not null);
    }
}
