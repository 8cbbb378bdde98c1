using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Definitions.CrossVersion;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Conformance.Profiles;

/// <summary>What resources are judged by, the same for the gate and for the command: definitions of packages, our own, and those of the release.</summary>
public static class ValidationRules
{
    /// <summary>The rules of a release.</summary>
    /// <param name="release">The release.</param>
    /// <param name="packages">Packages with further definitions; those of other releases are left out.</param>
    /// <param name="further">Definitions that go before all others, such as what is being checked itself.</param>
    public static ValidationSettings For(FhirRelease release, IReadOnlyList<FhirPackage> packages, IDefinitionSource? further = null)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(packages);
        var model = FhirModel.For(release);
        var fitting = packages.Where(package => package.Manifest.FhirVersions.Count == 0 || package.Manifest.FhirVersions.Any(version => FhirRelease.Find(version) == release)).ToList();
        List<IDefinitionSource> layers = further is null ? [] : [further];
        layers.AddRange(fitting.Count == 0 ? [] : [new PackageDefinitions(fitting)]);
        layers.AddRange([new OwnDefinitions(release), new WidenedContexts(model), model, new CrossVersionExtensions(model), StandIns.Instance]);
        var definitions = new DefinitionSources(layers);
        return new ValidationSettings
        {
            Model = model,
            Definitions = new SnapshotSource(definitions),
            Terminology = new TerminologyPort(new LocalTerminology(definitions)),
        };
    }
}
