using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>Finds out which registry to use. There is no default: an address is a decision of whoever runs the tool.</summary>
public static class RegistryAddress
{
    private const string Own = "FHIRMSC_REGISTRY", Npm = "npm_config_registry";

    /// <summary>The registry that is given; else that of the environment variables FHIRMSC_REGISTRY or npm_config_registry; else the one in npm's file in the user's folder.</summary>
    /// <param name="given">What the user gave; <see langword="null"/> if nothing.</param>
    /// <returns>The address, or why there is none.</returns>
    public static RegistryAnswer<Uri> Find(string? given) => Find(given, Environment.GetEnvironmentVariable, ReadNpmFile);

    internal static RegistryAnswer<Uri> Find(string? given, Func<string, string?> variable, Func<IEnumerable<string>> npmFile)
    {
        var text = new[] { given, variable(Own), variable(Npm), FromNpm(npmFile()) }.FirstOrDefault(candidate => !string.IsNullOrWhiteSpace(candidate))?.Trim();
        if (text is null)
        {
            return new RegistryAnswer<Uri>(null, PackageIssues.NoRegistry.At(string.Empty, null));
        }

        // Addresses are resolved below the registry's own, which therefore ends in a stroke.
        return Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new RegistryAnswer<Uri>(address, null)
            : new RegistryAnswer<Uri>(null, PackageIssues.RegistryAddress.At(string.Empty, null, text));
    }

    /// <summary>npm, configuration files: lines of <c>key = value</c>; only the key <c>registry</c> is looked at.</summary>
    private static string? FromNpm(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is ["registry", { Length: > 0 } value])
            {
                return value.Trim('"', '\'');
            }
        }

        return null;
    }

    private static string[] ReadNpmFile()
    {
        var path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".npmrc");
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }
}
