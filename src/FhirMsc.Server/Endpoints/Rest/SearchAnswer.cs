using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Searching;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>Answers searches with a Bundle of type searchset (https://hl7.org/fhir/R4/search.html#return).</summary>
internal static class SearchAnswer
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer, or everything that is wrong with the search.</summary>
    public static RestResult Of(RestCall call)
    {
        var (request, issues) = call.Store.Index.Read(call.Type!, call.Input.Query, call.IsLenient, call.Base);
        if (issues.Any(issue => issue.IsError))
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, issues);
        }

        // "_summary=count: just return a count of the matching resources, without returning the actual matches"; a count of 0 means the same.
        var isCount = request.Summary == "count" || request.Count == 0;
        var result = call.Store.Index.Search(isCount ? request with { Count = 0 } : request);
        var output = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "searchset");
            json.WriteNumber("total", result.Total);
            SearchLinks.Write(json, call, request, result, isCount);
            if (result.Matches.Count > 0 || issues.Count > 0)
            {
                json.WriteStartArray("entry");
                foreach (var artifact in result.Matches)
                {
                    Entry(json, call, artifact, request, "match");
                }

                foreach (var artifact in result.Included)
                {
                    Entry(json, call, artifact, request, "include");
                }

                Notes(json, issues);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return new RestResult(StatusCodes.Status200OK, output.WrittenMemory);
    }

    /// <summary>One resource, or the part of it that <c>_summary</c> or <c>_elements</c> ask for.</summary>
    public static ReadOnlyMemory<byte> Shape(RestCall call)
    {
        var summary = call.Input.Text("_summary") ?? "false";
        var elements = call.Input.Text("_elements")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Shape(call, call.Instance!, summary, elements) is { } part ? JsonSerializer.SerializeToUtf8Bytes(part, Form) : call.Instance!.Json;
    }

    private static JsonObject? Shape(RestCall call, Artifact artifact, string summary, IReadOnlyList<string> elements)
    {
        if ((summary is "false" or "count" && elements.Count == 0) || JsonNode.Parse(artifact.Json.Span) is not JsonObject json || call.Store.Model.FindType(artifact.ResourceType) is not { } type)
        {
            return null;
        }

        Subset.Apply(json, summary, elements, type);
        return json;
    }

    private static void Entry(Utf8JsonWriter json, RestCall call, Artifact artifact, SearchRequest request, string mode)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", $"{call.Base}/{artifact.Reference}");
        json.WritePropertyName("resource");
        if (Shape(call, artifact, request.Summary, request.Elements) is { } part)
        {
            part.WriteTo(json);
        }
        else
        {
            JsonWriter.Write(artifact.Tree.Root, json);
        }

        json.WriteStartObject("search");
        json.WriteString("mode", mode);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>"The server can return an OperationOutcome with additional information about the search, with a search entry mode of outcome."</summary>
    private static void Notes(Utf8JsonWriter json, IReadOnlyList<Issue> issues)
    {
        if (issues.Count == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WritePropertyName("resource");
        OperationOutcomeWriter.Write(issues, json);
        json.WriteStartObject("search");
        json.WriteString("mode", "outcome");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
