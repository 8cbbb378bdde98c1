using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation;

/// <summary>What the validator finds in a resource that a test writes down, each as <c>id @ path</c>.</summary>
internal static class Findings
{
    /// <summary>All findings whose id starts with a prefix, in order.</summary>
    public static string[] Of(string prefix, string json, params string[] others) =>
        [.. All(json, others).Where(issue => issue.Kind.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(issue => $"{issue.Kind.Id} @ {issue.Path}")];

    /// <summary>All findings. Canonicals and references lead to the others.</summary>
    public static IReadOnlyList<Issue> All(string json, params string[] others)
    {
        var parsed = JsonParser.Parse(json);
        Assert.NotNull(parsed.Tree);
        var settings = new ValidationSettings { Model = FhirModel.For(FhirRelease.R4), References = new Resources([.. others.Select(other => JsonParser.Parse(other).Tree!.Root)]) };
        return [.. parsed.Issues, .. new ResourceValidator(settings).Validate(parsed.Tree.Root)];
    }

    private sealed class Resources(IReadOnlyList<Node> resources) : IReferencePort
    {
        public Node Resolve(string reference) =>
            resources.FirstOrDefault(resource => resource.Child("url").Text is { } url && (url == reference || $"{url}|{resource.Child("version").Text}" == reference) || $"{resource.ResourceType}/{resource.Child("id").Text}" == reference);
    }
}
