using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Suites.Validation;

/// <summary>Validates the file of a check the way the check asks for.</summary>
internal sealed class CheckRunner(string folder)
{
    private readonly SuiteFiles files = new(folder);

    /// <summary>A package that the check needs and that is not at hand; null if nothing is missing.</summary>
    public string? MissingPackage(ManifestCheck check) => check.Packages.FirstOrDefault(package => files.Package(package) is null);

    /// <summary>All issues of reading and validating.</summary>
    public IEnumerable<Issue> Run(ManifestCheck check)
    {
        var parsed = files.Read(check.File);
        if (parsed.Tree is not { } tree)
        {
            return parsed.Issues;
        }

        return [.. parsed.Issues, .. new ResourceValidator(FhirModel.For(FhirRelease.R4)).Validate(tree.Root)];
    }
}
