using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>ConceptMap <c>$translate</c>: by one map, or, where none is named, by all that are published. R5 renamed the parameters; both names are taken in every release.</summary>
internal sealed class TranslateOperation : IOperation
{
    /// <summary>The relationships in R4's words (concept-map-equivalence), which tell how the target stands to the source, and in R5's.</summary>
    private static readonly Dictionary<ConceptRelationship, (string Equivalence, string Relationship)> Words = new()
    {
        [ConceptRelationship.RelatedTo] = ("relatedto", "related-to"),
        [ConceptRelationship.Equivalent] = ("equivalent", "equivalent"),
        [ConceptRelationship.SourceIsNarrower] = ("wider", "source-is-narrower-than-target"),
        [ConceptRelationship.SourceIsBroader] = ("narrower", "source-is-broader-than-target"),
        [ConceptRelationship.NotRelatedTo] = ("disjoint", "not-related-to"),
    };

    public string Name => "translate";

    public IReadOnlyList<string>? Types => ["ConceptMap"];

    public string? StandardDefinition(FhirRelease release, string? type) => "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate";

    public IReadOnlyList<string> NotServed => ["conceptMap", "codeableConcept", "sourceCodeableConcept", "targetCode", "targetCoding", "targetCodeableConcept", "source", "sourceScope", "target", "targetScope", "dependency", "reverse"];

    public RestResult Execute(RestCall call)
    {
        var coding = call.Input.Complex("sourceCoding") is { Exists: true } source ? source : call.Input.Complex("coding");
        var (system, code) = coding.Exists
            ? (coding.Child("system").Text, coding.Child("code").Text)
            : (call.Input.Text("system"), call.Input.Text("sourceCode", "code"));
        var named = Canonicals.Of(call, "url", "conceptMapVersion");
        if (code is null || (named is null && system is null))
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "code (sourceCode) with system, or coding (sourceCoding), and url unless all maps are meant"));
        }

        var maps = named is not null ? [named] : call.Store.Catalog.OfType("ConceptMap").Select(map => map.Url).OfType<string>().ToList();
        var translations = maps.ConvertAll(map => (Map: map, Translation: call.Store.Terminology.Translate(map, new CodedValue(system, code), call.Input.Text("targetSystem", "targetsystem"))));
        if (named is not null && translations[0].Translation.Matches.Count == 0 && call.Store.Catalog.FindCanonical(named) is null)
        {
            return RestResult.Refusal(StatusCodes.Status404NotFound, RestIssues.NotFound.At(string.Empty, null, "This concept map"));
        }

        // Where all maps were asked, those that do not know the code have nothing to say.
        var isFound = translations.Exists(one => one.Translation.IsTranslated);
        var said = translations.Where(one => named is not null || !isFound).SelectMany(one => one.Translation.Issues).Select(issue => issue.Text).Distinct().ToList();
        var result = new ParametersResult().Add("result", "valueBoolean", isFound).Add("message", "valueString", said.Count == 0 ? null : string.Join(' ', said));
        foreach (var (map, translation) in translations)
        {
            foreach (var match in translation.Matches)
            {
                result.AddParts("match", Match(match, map, call.Store.Release));
            }
        }

        return result.ToResult();
    }

    private static ParametersResult Match(TranslationMatch match, string map, FhirRelease release)
    {
        var (equivalence, relationship) = Words[match.Relationship];
        var isR5 = release == FhirRelease.R5;
        var parts = new ParametersResult().Add(isR5 ? "relationship" : "equivalence", "valueCode", isR5 ? relationship : equivalence);
        if (match.Code is { } code)
        {
            var concept = new JsonObject();
            if (match.System is { } system)
            {
                concept["system"] = system;
            }

            concept["code"] = code;
            if (match.Display is { } display)
            {
                concept["display"] = display;
            }

            parts.Add("concept", "valueCoding", concept);
        }

        return parts.Add(isR5 ? "originMap" : "source", "valueUri", map);
    }
}
