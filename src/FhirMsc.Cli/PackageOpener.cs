using FhirMsc.Fhir.Packages;

namespace FhirMsc.Cli;

/// <summary>Opens the packages that <c>--package</c> names: NAME@VERSION from the user's caches, a .tgz file or a folder.</summary>
internal sealed class PackageOpener(List<string> problems)
{
    /// <summary>The package; <see langword="null"/>, with a problem, if there is none or it cannot be used.</summary>
    public FhirPackage? Open(string given)
    {
        var at = given.IndexOf('@', StringComparison.Ordinal);
        var path = File.Exists(given) || Directory.Exists(given) ? given
            : at > 0 ? PackageCache.OfUser().Find(given[..at], given[(at + 1)..])
            : null;
        if (path is null)
        {
            problems.Add(at > 0
                ? $"The package {given} is neither in $FHIRMSC_PACKAGES (or ~/.cache/fhirmsc/packages) nor in ~/.fhir/packages."
                : $"There is no package '{given}'. Name a .tgz file, a folder, or NAME@VERSION.");
            return null;
        }

        try
        {
            var result = FhirPackage.Open(path);
            problems.AddRange(result.Package is null ? result.Issues.Select(issue => $"The package '{given}' can't be used: {issue.Text}") : []);
            return result.Package;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"The package '{given}' can't be read: {e.Message}");
            return null;
        }
    }
}
