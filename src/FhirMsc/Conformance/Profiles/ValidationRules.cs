using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Conformance.Profiles;

/// <summary>What resources are judged by, the same for the gate and for the command: the release's definitions, those of packages, and our own profiles.</summary>
public static class ValidationRules
{
    /// <summary>The rules of a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="packages">Packages with further definitions; those of other releases are left out.</param>
    public static ValidationSettings For(FhirRelease release, IReadOnlyList<FhirPackage> packages)
    {
        ArgumentNullException.ThrowIfNull(packages);
        return new ValidationSettings { Model = FhirModel.For(release) };
    }
}
