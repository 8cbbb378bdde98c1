using FhirMsc.Fhir.Elements.Narratives;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Narratives;

/// <summary>What a profile asks of a narrative with the extensions <c>narrative-source-control</c> and <c>narrative-language-control</c>: that each part says where it is from, and sections by language.</summary>
internal sealed class NarrativeControlRule(string? source, IReadOnlyList<string> languages, string? profile, string id) : IElementRule
{
    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Element is { NarrativeSource: not null } or { NarrativeLanguages.Count: > 0 })
        {
            yield return new NarrativeControlRule(source.Element.NarrativeSource, source.Element.NarrativeLanguages, source.Profile, source.Element.Id);
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (node.Child("div").Text is not { } div)
        {
            return;
        }

        var content = NarrativeContent.Read(div, withSources: true);
        if (source is not null and not "success")
        {
            foreach (var place in content.Unattributed)
            {
                run.Sink.Report(NarrativeIssues.NoSource, Severity.Error, node, profile, id, null, place);
            }
        }

        foreach (var language in languages)
        {
            if (Fault(language, content.SectionLanguages, run.Resource.Child("language").Text) is { } fault)
            {
                run.Sink.Report(NarrativeIssues.Sections, Severity.Error, node, profile, id, null, fault);
            }
        }
    }

    public override string ToString() => $"narrative: source {source}, languages {string.Join(", ", languages)}";

    private static string? Fault(string wanted, IReadOnlyList<string> found, string? ofResource) => wanted switch
    {
        "_no" => found.Count == 0 ? null : "there must be no sections by language",
        "_yes" => found.Count > 0 ? null : "there must be sections by language",
        "_resource" => ofResource is null || found.Contains(ofResource, StringComparer.OrdinalIgnoreCase) ? null : $"a section in the resource's language, '{ofResource}', is missing",
        _ => found.Contains(wanted, StringComparer.OrdinalIgnoreCase) ? null : $"a section in the language '{wanted}' is missing",
    };
}
