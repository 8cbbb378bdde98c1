using System.Globalization;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Terminology;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>ValueSet <c>$expand</c>. An expansion that might lack codes is refused: nobody could see the gap in it.</summary>
internal sealed class ExpandOperation : IOperation
{
    public string Name => "expand";

    public IReadOnlyList<string>? Types => ["ValueSet"];

    public string? StandardDefinition(FhirRelease release, string? type) => "http://hl7.org/fhir/OperationDefinition/ValueSet-expand";

    public IReadOnlyList<string> NotServed => ["valueSet", "context", "exclude-system", "system-version", "check-system-version", "force-system-version"];

    public RestResult Execute(RestCall call)
    {
        if (Canonicals.Of(call, "url", "valueSetVersion") is not { } canonical)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "url, the canonical of the value set"));
        }

        if (call.Store.ValueSet(canonical) is not { } valueSet)
        {
            return RestResult.Refusal(StatusCodes.Status404NotFound, RestIssues.NotFound.At(string.Empty, null, "This value set"));
        }

        if (Number(call, "offset", 0) is not { } offset || Number(call, "count", ExpansionRequest.MaxCount) is not { } count)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "offset and count as whole numbers from 0, or none"));
        }

        var request = new ExpansionRequest
        {
            Filter = call.Input.Text("filter"),
            Offset = offset,
            Count = count,
            ActiveOnly = call.Input.Flag("activeOnly"),
            SelectableOnly = call.Input.Flag("excludeNotForUI"),
        };
        var page = call.Store.Terminology.Expand(canonical, request);
        if (!page.IsComplete)
        {
            return RestResult.Refusal(StatusCodes.Status422UnprocessableEntity, [RestIssues.Untold.At(string.Empty, null, "which codes the value set has."), .. page.Issues]);
        }

        return RestResult.Of(new JsonObject
        {
            ["resourceType"] = "ValueSet",
            ["url"] = valueSet.Url,
            ["version"] = valueSet.Version,
            ["status"] = "active",
            ["expansion"] = Expansion(page, request, call.Store.Loaded),
        });
    }

    private static JsonObject Expansion(ExpansionPage page, ExpansionRequest request, DateTimeOffset time)
    {
        var expansion = new JsonObject
        {
            ["timestamp"] = time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["total"] = page.Total,
            ["offset"] = request.Offset,
        };
        if (page.Codes.Count > 0)
        {
            expansion["contains"] = new JsonArray([.. page.Codes.Select(Contained)]);
        }

        return expansion;
    }

    private static JsonObject Contained(ExpandedCode code)
    {
        var contained = new JsonObject { ["system"] = code.System };
        if (code.IsAbstract)
        {
            contained["abstract"] = true;
        }

        if (code.IsInactive)
        {
            contained["inactive"] = true;
        }

        contained["code"] = code.Code;
        if (code.Display is { } display)
        {
            contained["display"] = display;
        }

        return contained;
    }

    private static int? Number(RestCall call, string name, int otherwise) =>
        !call.Input.Has(name) ? otherwise : int.TryParse(call.Input.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
