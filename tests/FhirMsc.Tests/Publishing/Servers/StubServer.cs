using System.Text.Json.Nodes;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Servers;

namespace FhirMsc.Tests.Publishing.Servers;

/// <summary>A server in memory that can misbehave in the ways that servers do.</summary>
internal sealed class StubServer : IFhirServer
{
    private readonly Dictionary<string, JsonObject> store = [];
    private int next = 1;

    /// <summary>Status for transactions; 200 to take them.</summary>
    public int Transaction { get; init; } = 200;

    /// <summary>Status for batches.</summary>
    public int Batch { get; init; } = 200;

    /// <summary>Whether bundles are answered with 200 and thrown away.</summary>
    public bool LosesBundles { get; init; }

    /// <summary>Whether only the server gives ids.</summary>
    public bool RefusesIds { get; init; }

    /// <summary>Type that is refused with 422.</summary>
    public string? RefusedType { get; init; }

    /// <summary>Element that is dropped when a resource is stored.</summary>
    public string? Drops { get; init; }

    /// <summary>Whether search parameters are ignored and everything is found.</summary>
    public bool IgnoresSearch { get; init; }

    /// <summary>After how many writes every request fails with the status.</summary>
    public (int Writes, int Status)? FailsAfter { get; set; }

    public string? Version { get; init; } = "4.0.1";

    public List<string> Log { get; } = [];

    public int Writes { get; private set; }

    public IReadOnlyDictionary<string, JsonObject> Store => store;

    public Task<ServerAnswer> CapabilitiesAsync(CancellationToken stop) => Answer(200, new JsonObject { ["resourceType"] = "CapabilityStatement", ["fhirVersion"] = Version });

    public Task<ServerAnswer> ReadAsync(string type, string id, CancellationToken stop) =>
        Failing() ?? (store.TryGetValue($"{type}/{id}", out var found) ? Answer(200, found) : Answer(404, null));

    public Task<ServerAnswer> SearchAsync(string type, string query, CancellationToken stop)
    {
        var wanted = Uri.UnescapeDataString(query);
        var found = store.Values.Where(resource => resource["resourceType"]!.ToString() == type && (IgnoresSearch || Fits(resource, wanted)));
        return Failing() ?? Answer(200, new JsonObject { ["resourceType"] = "Bundle", ["entry"] = new JsonArray([.. found.Select(resource => new JsonObject { ["resource"] = resource.DeepClone() })]) });
    }

    public Task<ServerAnswer> PutAsync(string type, string id, ReadOnlyMemory<byte> resource, CancellationToken stop)
    {
        Log.Add($"PUT {type}/{id}");
        return Failing() ?? (RefusesIds && !store.ContainsKey($"{type}/{id}") ? Answer(405, null) : Put($"{type}/{id}", resource));
    }

    public Task<ServerAnswer> CreateAsync(Artifact artifact, ReadOnlyMemory<byte> resource, string ifNoneExist, CancellationToken stop)
    {
        Log.Add($"POST {artifact.ResourceType}");
        return Failing() ?? Put($"{artifact.ResourceType}/s{next++}", resource);
    }

    public Task<ServerAnswer> SendAsync(ReadOnlyMemory<byte> bundle, CancellationToken stop)
    {
        var json = JsonNode.Parse(bundle.Span)!;
        var isTransaction = json["type"]!.ToString() == "transaction";
        Log.Add(json["type"]!.ToString());
        var status = RefusesIds ? 422 : isTransaction ? Transaction : Batch;
        if (Failing() is { } failure)
        {
            return failure;
        }

        if (status == 200 && !LosesBundles)
        {
            foreach (var entry in json["entry"]!.AsArray())
            {
                Put(entry!["request"]!["url"]!.ToString(), System.Text.Encoding.UTF8.GetBytes(entry["resource"]!.ToJsonString()));
            }
        }

        return Answer(status, null);
    }

    private Task<ServerAnswer> Put(string reference, ReadOnlyMemory<byte> resource)
    {
        var json = JsonNode.Parse(resource.Span)!.AsObject();
        if (json["resourceType"]!.ToString() == RefusedType)
        {
            return Answer(422, null);
        }

        Writes++;
        json["id"] = reference.Split('/')[1];
        json["meta"] = new JsonObject { ["versionId"] = "1", ["lastUpdated"] = "2026-01-01T00:00:00Z" };
        if (Drops is not null)
        {
            json.Remove(Drops);
        }

        store[reference] = json;
        return Answer(201, json);
    }

    private static bool Fits(JsonObject resource, string query) => query.Split('&').All(part => part.Split('=', 2) switch
    {
        ["url" or "version", var value] => resource[part.Split('=')[0]]?.ToString() == value,
        ["identifier", var value] => (resource["identifier"] is JsonArray list ? list : [resource["identifier"]?.DeepClone()]).Any(identifier => identifier?["value"]?.ToString() == value.Split('|')[1]),
        _ => false,
    });

    private Task<ServerAnswer>? Failing() => FailsAfter is { } failure && Writes >= failure.Writes ? Answer(failure.Status, null) : null;

    private static Task<ServerAnswer> Answer(int status, JsonObject? resource) =>
        Task.FromResult(new ServerAnswer(status, resource is null ? default : JsonParser.Parse(resource.ToJsonString(), null, new JsonLimits { KeepEmpty = true }).Tree!.Root, null));
}
