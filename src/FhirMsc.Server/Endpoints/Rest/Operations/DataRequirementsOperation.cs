using System.Text.Json.Nodes;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary><c>$data-requirements</c>: what a plan or a library needs to know, as a Library of type module-definition.</summary>
internal sealed class DataRequirementsOperation : IOperation
{
    public string Name => "data-requirements";

    public IReadOnlyList<string>? Types => ["PlanDefinition", "Library"];

    public bool IsForType => false;

    public string? StandardDefinition(FhirRelease release, string? type) => $"http://hl7.org/fhir/OperationDefinition/{type ?? "PlanDefinition"}-data-requirements";

    public RestResult Execute(RestCall call)
    {
        var instance = call.Instance!;
        var libraries = Libraries(call, instance).ToList();
        var requirements = new List<JsonNode>();
        foreach (var requirement in libraries.SelectMany(library => library.Tree.Root.ChildrenNamed("dataRequirement")).Concat(Inputs(instance.Tree.Root)))
        {
            var json = JsonNode.Parse(JsonWriter.Write(requirement))!.AsObject();
            json.Remove("id");
            if (!requirements.Exists(known => JsonNode.DeepEquals(known, json)))
            {
                requirements.Add(json);
            }
        }

        var result = new JsonObject
        {
            ["resourceType"] = "Library",
            ["status"] = "active",
            ["type"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = "http://terminology.hl7.org/CodeSystem/library-type", ["code"] = "module-definition" }) },
        };
        var related = libraries.Where(library => library != instance && library.Url is not null).Select(library => (JsonNode)new JsonObject { ["type"] = "depends-on", ["resource"] = $"{library.Url}|{library.Version}" }).ToArray();
        if (related.Length > 0)
        {
            result["relatedArtifact"] = new JsonArray(related);
        }

        if (requirements.Count > 0)
        {
            result["dataRequirement"] = new JsonArray([.. requirements]);
        }

        return RestResult.Of(result);
    }

    private static IEnumerable<Artifact> Libraries(RestCall call, Artifact instance) =>
        instance.ResourceType == "Library" ? [instance] : instance.Tree.Root.ChildrenNamed("library").Select(library => call.Store.Catalog.FindCanonical(library.Text!)).OfType<Artifact>();

    /// <summary>Inputs of actions, at any depth; R5 has the requirement one step below the input.</summary>
    private static IEnumerable<Node> Inputs(Node node) => node.ChildrenNamed("action")
        .SelectMany(action => action.ChildrenNamed("input").Select(input => input.Child("requirement") is { Exists: true } below ? below : input).Where(input => input.Child("type").Exists).Concat(Inputs(action)));
}
