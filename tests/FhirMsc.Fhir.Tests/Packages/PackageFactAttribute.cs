namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>A test that needs FHIR packages on this machine; skipped, with the reason, where they are missing.</summary>
internal sealed class PackageFactAttribute : FactAttribute
{
    public PackageFactAttribute(params string[] packages) => Skip = LocalPackages.SkipReason(packages);
}
