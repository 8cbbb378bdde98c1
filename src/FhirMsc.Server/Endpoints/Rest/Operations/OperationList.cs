using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>The one list of operations.</summary>
internal sealed class OperationList
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<IOperation> All { get; } =
    [
        new ApplyOperation(),
        new DataRequirementsOperation(),
        new PackageOperation(),
        new ExpandOperation(),
        new ValidateCodeOperation(),
        new LookupOperation(),
        new TranslateOperation(),
        new ValidateOperation(),
        new VersionsOperation(),
        new BundleOperation(),
    ];

    /// <summary>Whether an operation is offered on a type by name.</summary>
    public bool HasType(string type) => All.Any(operation => operation.Types?.Contains(type) == true || operation.Name == "validate") && type.Length > 0;

    /// <summary>The operation that a path names, if it is offered there.</summary>
    public IOperation? Find(string name, RestCall call) => All.FirstOrDefault(operation =>
        name.AsSpan(1).SequenceEqual(operation.Name)
        && (call.Type is null ? operation.IsForSystem : operation.IsFor(call.Type) && (call.Instance is null ? operation.IsForType : operation.IsForInstance)));

    /// <summary>Canonical of an operation's definition.</summary>
    public static string DefinitionOf(IOperation operation, FhirRelease release, string serverBase) =>
        operation.StandardDefinition(release, operation.Types is { Count: > 0 } types ? types[0] : null) ?? $"{serverBase}/OperationDefinition/{operation.Name}";

    /// <summary>The definition of an operation of our own; <see langword="null"/> if there is none of that id.</summary>
    public RestResult? OwnDefinition(string id, RestCall call) =>
        All.FirstOrDefault(operation => operation.Name == id && operation.StandardDefinition(call.Store.Release, null) is null) is { } operation ? RestResult.Of(Definition(operation, call)) with { LastModified = call.Store.Loaded } : null;

    private static JsonObject Definition(IOperation operation, RestCall call)
    {
        var definition = new JsonObject
        {
            ["resourceType"] = "OperationDefinition",
            ["id"] = operation.Name,
            ["url"] = $"{call.Base}/OperationDefinition/{operation.Name}",
            ["name"] = char.ToUpperInvariant(operation.Name[0]) + operation.Name[1..],
            ["status"] = "active",
            ["kind"] = "operation",
            ["description"] = operation.Description,
            ["affectsState"] = false,
            ["code"] = operation.Name,
        };
        var types = operation.Types is null ? call.Store.Index.Types : operation.Types.Where(type => call.Store.Model.FindType(type) is not null).ToList();
        if (types.Count > 0)
        {
            definition["resource"] = new JsonArray([.. types.Select(type => JsonValue.Create(type))]);
        }

        definition["system"] = operation.IsForSystem;
        definition["type"] = types.Count > 0 && operation.IsForType;
        definition["instance"] = types.Count > 0 && operation.IsForInstance;
        definition["parameter"] = new JsonArray([.. operation.Parameters.Select(Parameter)]);
        return definition;
    }

    private static JsonObject Parameter(OperationParameter parameter) => new()
    {
        ["name"] = parameter.Name,
        ["use"] = parameter.IsInput ? "in" : "out",
        ["min"] = parameter.IsRequired ? 1 : 0,
        ["max"] = "1",
        ["documentation"] = parameter.Documentation,
        ["type"] = parameter.Type,
    };
}
