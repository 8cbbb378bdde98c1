using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Terminology;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>ConceptMap <c>$translate</c>. R5 renamed the parameters; both names are taken in every release.</summary>
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

    public RestResult Execute(RestCall call)
    {
        var coding = call.Input.Complex("sourceCoding") is { Exists: true } source ? source : call.Input.Complex("coding");
        var (system, code) = coding.Exists
            ? (coding.Child("system").Text, coding.Child("code").Text)
            : (call.Input.Text("system"), call.Input.Text("sourceCode", "code"));
        if (code is null || Canonicals.Of(call, "url", "conceptMapVersion") is not { } canonical)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "url, and code (sourceCode) with system, or coding (sourceCoding)"));
        }

        var translation = call.Store.Terminology.Translate(canonical, new CodedValue(system, code), call.Input.Text("targetSystem", "targetsystem"));
        if (translation.Matches.Count == 0 && call.Store.Catalog.FindCanonical(canonical) is null)
        {
            return RestResult.Refusal(StatusCodes.Status404NotFound, RestIssues.NotFound.At(string.Empty, null, "This concept map"));
        }

        var result = new ParametersResult()
            .Add("result", "valueBoolean", translation.IsTranslated)
            .Add("message", "valueString", translation.Issues.Count == 0 ? null : string.Join(' ', translation.Issues.Select(issue => issue.Text)));
        foreach (var match in translation.Matches)
        {
            result.AddParts("match", Match(match, canonical, call.Store.Release));
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
