using System.Globalization;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing.Searching;
using FhirMsc.Server.Endpoints.Rest.Operations;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>
/// The CapabilityStatement (https://hl7.org/fhir/R4/http.html#capabilities): made from the tables that the endpoints themselves go by, so that it promises what works
/// and nothing else.
/// </summary>
internal sealed class CapabilityWriter(OperationList operations)
{
    /// <summary>The statement of a release.</summary>
    public RestResult Statement(FhirStore store, string serverBase)
    {
        var statement = new JsonObject
        {
            ["resourceType"] = "CapabilityStatement",
            ["status"] = "active",
            ["date"] = store.Loaded.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["kind"] = "instance",
            ["software"] = new JsonObject { ["name"] = "FhirMsc", ["version"] = typeof(CapabilityWriter).Assembly.GetName().Version?.ToString(3) },
            ["implementation"] = new JsonObject { ["description"] = "Published guidelines, read only", ["url"] = serverBase },
            ["fhirVersion"] = store.Release.Version,
            ["format"] = new JsonArray("json", "xml", "application/fhir+json", "application/fhir+xml"),
            ["rest"] = new JsonArray(new JsonObject
            {
                ["mode"] = "server",
                ["documentation"] = "Content is published with the fhirmsc tool; nothing can be written here. Searches with parameters that are not listed are refused, unless Prefer: handling=lenient is sent. A request without fhirVersion gets the default release.",
                ["security"] = new JsonObject { ["cors"] = true },
                ["resource"] = new JsonArray([.. store.Index.Types.Select(type => Type(store, type, serverBase)), Definitions()]),
                ["operation"] = Operations(store, null, serverBase),
            }),
        };
        return RestResult.Of(statement) with { LastModified = store.Loaded };
    }

    private JsonObject Type(FhirStore store, string type, string serverBase)
    {
        var references = store.Index.Parameters(type).Where(parameter => parameter.Kind == SearchKind.Reference).Select(parameter => $"{type}:{parameter.Code}").ToList();
        var reverse = store.Index.Types.SelectMany(other => store.Index.Parameters(other).Where(parameter => IsReference(parameter, type))).Select(parameter => $"{parameter.Type}:{parameter.Code}").ToList();
        var resource = new JsonObject
        {
            ["type"] = type,
            ["interaction"] = new JsonArray(Code("read"), Code("vread"), Code("search-type")),
            ["versioning"] = "versioned",
            ["readHistory"] = false,
            ["conditionalRead"] = "full-support",
        };
        Add(resource, "searchInclude", references);
        Add(resource, "searchRevInclude", reverse);
        resource["searchParam"] = new JsonArray([.. store.Index.Parameters(type).Select(parameter => Parameter(parameter, store.Release))]);
        if (Operations(store, type, serverBase) is { Count: > 0 } list)
        {
            resource["operation"] = list;
        }

        return resource;
    }

    private static bool IsReference(SearchParameter parameter, string type) =>
        parameter.Kind == SearchKind.Reference && (parameter.Targets.Contains(type) || parameter.Targets is ["Resource"]);

    /// <summary>Own operations have their definitions here, to be read.</summary>
    private static JsonObject Definitions() => new() { ["type"] = "OperationDefinition", ["interaction"] = new JsonArray(Code("read")) };

    private static JsonObject Code(string code) => new() { ["code"] = code };

    private static JsonObject Parameter(SearchParameter parameter, FhirRelease release)
    {
        var written = new JsonObject
        {
            ["name"] = parameter.Code,
            ["definition"] = parameter.Url,
            ["type"] = parameter.Kind != SearchKind.Words ? parameter.Kind.ToString().ToLowerInvariant() : release == FhirRelease.R5 ? "special" : "string",
        };
        var modifiers = string.Join(", ", SearchModifiers.Of(parameter.Kind).Select(modifier => ":" + modifier));
        written["documentation"] = parameter.Kind switch
        {
            SearchKind.Words => "Each word asked for must begin a word of the text; case, accents and punctuation do not matter. No modifiers.",
            SearchKind.Composite => $"Parts, with a $ between: {string.Join(", ", parameter.Components.Select(part => part.Kind.ToString().ToLowerInvariant()))}. Modifiers: {modifiers}.",
            _ => $"Modifiers: {modifiers}.",
        };
        return written;
    }

    private JsonArray Operations(FhirStore store, string? type, string serverBase) =>
        new([.. operations.All.Where(operation => type is null ? operation.IsForSystem : operation.IsFor(type)).Select(operation => new JsonObject { ["name"] = operation.Name, ["definition"] = OperationList.DefinitionOf(operation, store.Release, serverBase) })]);

    private static void Add(JsonObject resource, string name, List<string> values)
    {
        if (values.Count > 0)
        {
            resource[name] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }
    }
}
