using FhirMsc.Fhir.Packages;

namespace FhirMsc.Tests.Content;

/// <summary>A test that needs a FHIR package on this machine; skipped, with the reason, where it is missing.</summary>
internal sealed class PackageFactAttribute : FactAttribute
{
    public PackageFactAttribute(string name, string version)
    {
        if (PackageCache.OfUser().Find(name, version) is null)
            Skip = $"The package {name} {version} is neither in $FHIRMSC_PACKAGES nor in ~/.cache/fhirmsc/packages.";
    }
}
