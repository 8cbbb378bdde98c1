using FhirMsc.Fhir.Json;

namespace FhirMsc.Suites.Validation;

/// <summary>One check of a manifest: a file, what to load for it, and what is expected.</summary>
internal sealed record ManifestCheck
{
    /// <summary>Name, unique in the manifest.</summary>
    public required string Name { get; init; }

    /// <summary>The file to validate.</summary>
    public required string File { get; init; }

    /// <summary>Canonicals of the profiles to validate against, besides what the file claims.</summary>
    public required IReadOnlyList<string> Profiles { get; init; }

    /// <summary>Files to load first: supporting ones, then those that define the profiles.</summary>
    public required IReadOnlyList<string> Supporting { get; init; }

    /// <summary>Packages to load first: <c>name#version</c>, or a path that ends with <c>.tgz</c>.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Switches of the validator that the outcomes are from.</summary>
    public required Node Options { get; init; }

    /// <summary>Whether no error is expected of a validator without a terminology server.</summary>
    public required bool IsValid { get; init; }

    /// <summary>Whether all validators whose verdict is recorded agree.</summary>
    public required bool IsConsensus { get; init; }

    /// <summary>The issues that are expected.</summary>
    public required IReadOnlyList<ExpectedIssue> Issues { get; init; }

    /// <summary>Reads a manifest.</summary>
    public static IReadOnlyList<ManifestCheck> ReadAll(string manifest) =>
        [.. JsonParser.Parse(System.IO.File.ReadAllBytes(manifest)).Tree!.Root.ChildrenNamed("checks").Select(Read)];

    /// <summary>How a switch is set; null if it is not.</summary>
    public string? Option(string name) => Options.Child(name).Text;

    private static ManifestCheck Read(Node check)
    {
        var expected = check.Child("expected");
        var packageMap = check.Child("options").Child("package-map");
        return new ManifestCheck
        {
            Name = check.Child("name").Text!,
            File = check.Child("file").Text!,
            Profiles = Texts(check, "profiles"),
            Supporting = [.. Texts(check, "supporting"), .. Texts(check, "profileFiles")],
            Packages = [.. Texts(check, "packages"), .. packageMap.Exists ? packageMap.Children.Select(package => package.Text!) : []],
            Options = check.Child("options"),
            IsValid = (expected.Child("offlineValid") is { Exists: true } offline ? offline : expected.Child("valid")).Text == "true",
            IsConsensus = check.Child("consensus").Text == "true",
            Issues = [.. expected.ChildrenNamed("issues").Select(Issue)],
        };
    }

    private static List<string> Texts(Node check, string name) => [.. check.ChildrenNamed(name).Select(item => item.Text!).Where(text => text.Length > 0)];

    private static ExpectedIssue Issue(Node issue) =>
        new(issue.Child("severity").Text is "error" or "fatal", issue.Child("needsTerminologyServer").Text == "true", issue.Child("path").Text, issue.Child("text").Text ?? string.Empty);
}
