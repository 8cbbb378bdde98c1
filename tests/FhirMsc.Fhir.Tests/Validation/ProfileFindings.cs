using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Tests.Snapshots;
using FhirMsc.Fhir.Validation;

namespace FhirMsc.Fhir.Tests.Validation;

/// <summary>What the validator finds in a resource checked against profiles that a test writes down, errors and warnings, without the advice to have a narrative.</summary>
internal static class ProfileFindings
{
    /// <summary>The findings against a profile, as <c>id @ path</c>.</summary>
    public static string[] Of(string json, StructureDefinition profile, params StructureDefinition[] others) => Plain(All(json, [profile, .. others], [profile.Url]));

    /// <summary>The findings in a resource that no profile is asked for, with structures (extensions) at hand.</summary>
    public static string[] With(string json, params StructureDefinition[] structures) => Plain(All(json, structures, []));

    public static IReadOnlyList<Issue> All(string json, StructureDefinition[] structures, string[] profiles, Func<ValidationSettings, ValidationSettings>? change = null, FhirRelease? release = null)
    {
        var model = FhirModel.For(release ?? FhirRelease.R4);
        var settings = new ValidationSettings { Model = model, Definitions = new DraftDefinitions(model, structures) };
        var parsed = JsonParser.Parse(json);
        Assert.Empty(parsed.Issues);
        return [.. new ResourceValidator(change is null ? settings : change(settings)).Validate(parsed.Tree!.Root, profiles)
            .Where(issue => issue.Severity != Severity.Information && issue.Rule != "dom-6")];
    }

    public static string[] Plain(IEnumerable<Issue> issues) => [.. issues.Select(issue => $"{issue.Kind.Id} @ {issue.Path}")];
}
