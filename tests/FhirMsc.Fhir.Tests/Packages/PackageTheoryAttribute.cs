namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>A theory that needs FHIR packages on this machine; skipped, with the reason, where they are missing.</summary>
internal sealed class PackageTheoryAttribute : TheoryAttribute
{
    public PackageTheoryAttribute(params string[] packages) => Skip = LocalPackages.SkipReason(packages);
}
