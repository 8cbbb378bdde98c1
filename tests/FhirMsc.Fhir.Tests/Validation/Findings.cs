using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Snapshots;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation;

/// <summary>What the validator finds in a resource that a test writes down, each as <c>id @ path</c>.</summary>
internal static class Findings
{
    /// <summary>All findings whose id starts with a prefix, in order.</summary>
    public static string[] Of(string prefix, string json, params string[] others) =>
        [.. All(json, others).Where(issue => issue.Kind.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(issue => $"{issue.Kind.Id} @ {issue.Path}")];

    /// <summary>The same under other settings.</summary>
    public static string[] Of(string prefix, string json, Func<ValidationSettings, ValidationSettings> change) =>
        [.. All(json, [], change).Where(issue => issue.Kind.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(issue => $"{issue.Severity} {issue.Kind.Id} @ {issue.Path}")];

    /// <summary>All findings. Canonicals and references lead to the others.</summary>
    public static IReadOnlyList<Issue> All(string json, string[] others, Func<ValidationSettings, ValidationSettings>? change = null, IReadOnlyList<string>? profiles = null)
    {
        var parsed = JsonParser.Parse(json);
        Assert.NotNull(parsed.Tree);
        List<Node> resources = [.. others.Select(other => JsonParser.Parse(other).Tree!.Root)];
        var model = FhirModel.For(FhirRelease.R4);
        var definitions = new DefinitionSources(new ResourceDefinitions(resources), model);
        var settings = new ValidationSettings { Model = model, Definitions = new SnapshotSource(definitions), Terminology = new TerminologyPort(new LocalTerminology(definitions)), References = new Resources(resources) };
        return [.. parsed.Issues, .. new ResourceValidator(change is null ? settings : change(settings)).Validate(parsed.Tree.Root, profiles ?? [])];
    }

    private sealed class Resources(IReadOnlyList<Node> resources) : IReferencePort
    {
        public Node Resolve(string reference) =>
            resources.FirstOrDefault(resource => resource.Child("url").Text is { } url && (url == reference || $"{url}|{resource.Child("version").Text}" == reference) || $"{resource.ResourceType}/{resource.Child("id").Text}" == reference);
    }
}
