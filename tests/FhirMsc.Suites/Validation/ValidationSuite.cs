using FhirMsc.Fhir.Issues;

namespace FhirMsc.Suites.Validation;

/// <summary>
/// A manifest of validation runs. A check passes if there is an error where one is expected and none where none is; that the errors are at the expected
/// places is counted beside.
/// </summary>
public sealed class ValidationSuite(string name) : ISuite
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IEnumerable<CaseResult> Run(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var checks = ManifestCheck.ReadAll(Path.Combine(directory, Name, "manifest.json"));
        var runner = new CheckRunner(Path.Combine(directory, Name, "files"));
        var results = new CaseResult[checks.Count];
        Parallel.For(0, checks.Count, i => results[i] = Result(checks[i], runner));
        return results;
    }

    private static CaseResult Result(ManifestCheck check, CheckRunner runner)
    {
        if (runner.MissingPackage(check) is { } missing)
        {
            return new CaseResult(check.Name, CaseOutcome.Skipped, $"The package {missing} is not at hand.");
        }

        List<Issue> errors = [.. runner.Run(check).Where(issue => issue.IsError)];
        List<ExpectedIssue> expected = [.. check.Issues.Where(issue => issue is { IsError: true, NeedsServer: false, Path: not null })];
        return CaseResult.Of(check.Name, Failure(check, errors, expected)) with
        {
            Group = check.IsConsensus ? "consensus" : null,
            Parts = new Dictionary<string, (int, int)> { ["error paths"] = (expected.Count(issue => errors.Exists(error => IssuePath.Overlap(issue.Path!, error.Path))), expected.Count) },
        };
    }

    private static string? Failure(ManifestCheck check, List<Issue> errors, List<ExpectedIssue> expected) => (check.IsValid, errors.Count == 0) switch
    {
        (true, false) => "valid, but: " + string.Join(" | ", errors.Take(3)),
        (false, true) => "no error, but: " + string.Join(" | ", expected.Take(3).Select(issue => $"{issue.Path}: {issue.Text}")),
        _ => null,
    };
}
