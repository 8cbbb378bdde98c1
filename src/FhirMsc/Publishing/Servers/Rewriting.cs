using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Artifacts;

namespace FhirMsc.Publishing.Servers;

/// <summary>An artifact as one server must get it: under the id that the server has for it, with references to the ids that it has for others.</summary>
internal static class Rewriting
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes; the artifact's own where nothing differs.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="id">Its id on the server; <see langword="null"/> to leave the choice to the server.</param>
    /// <param name="serverIds">References on the server by ours.</param>
    public static ReadOnlyMemory<byte> For(Artifact artifact, string? id, IReadOnlyDictionary<string, string> serverIds)
    {
        if (id == artifact.Id && serverIds.All(pair => pair.Key == pair.Value))
        {
            return artifact.Json;
        }

        var json = JsonNode.Parse(artifact.Json.Span)!.AsObject();
        if (id is null)
        {
            json.Remove("id");
        }
        else
        {
            json["id"] = id;
        }

        References(json, serverIds);
        return JsonSerializer.SerializeToUtf8Bytes(json, Form);
    }

    private static void References(JsonNode? node, IReadOnlyDictionary<string, string> serverIds)
    {
        if (node is JsonObject members)
        {
            if (members["reference"] is JsonValue value && value.TryGetValue<string>(out var text) && serverIds.TryGetValue(text, out var known))
            {
                members["reference"] = known;
            }

            foreach (var (_, member) in members)
            {
                References(member, serverIds);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                References(item, serverIds);
            }
        }
    }
}
