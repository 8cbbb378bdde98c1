namespace FhirMsc.Suites;

/// <summary>Where the suites lie.</summary>
public static class SuiteDirectory
{
    /// <summary>The default, <c>../shared/suites</c> seen from the folder that holds the solution; null outside of the repository.</summary>
    public static string? Default { get; } = Find();

    /// <summary>Why a suite can't be run; null if it can.</summary>
    public static string? SkipReason(string suite) =>
        Default is not null && Directory.Exists(Path.Combine(Default, suite)) ? null : $"The suite {suite} is not at ../shared/suites beside the repository.";

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "FhirMsc.sln")))
            {
                // Beside the repository; working copies that share the folder above find it as well.
                return Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "suites"));
            }
        }

        return null;
    }
}
