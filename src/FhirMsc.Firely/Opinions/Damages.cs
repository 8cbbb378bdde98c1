using System.Text.Json;
using System.Text.Json.Nodes;

namespace FhirMsc.Firely.Opinions;

/// <summary>
/// Copies of a resource with one thing broken each. Two validators that accept everything agree about every good resource, so that agreement says something only
/// where there is something to refuse.
/// </summary>
internal static class Damages
{
    private static readonly (string Name, Func<JsonObject, bool> Break)[] All =
    [
        ("unknown element", resource => Set(resource, "notAnElement", "x")),
        ("status of no value set", resource => Has(resource, "status") && Set(resource, "status", "nonsense")),
        ("no status", resource => resource.Remove("status")),
        ("no code", resource => resource["resourceType"]!.ToString() == "Basic" && resource.Remove("code")),
        ("day that is none", resource => Has(resource, "date") && Set(resource, "date", "2021-02-45")),
        ("truth value as text", resource => Has(resource, "experimental") && Set(resource, "experimental", "true")),
        ("id with a space", resource => Set(resource, "id", "a b")),
        ("version that is none", resource => Has(resource, "version") && Set(resource, "version", "first")),
        ("url of another", resource => Has(resource, "url") && Set(resource, "url", "https://elsewhere.example.org/x")),
    ];

    /// <summary>The file itself, and all copies.</summary>
    public static IEnumerable<Specimen> Of(string file)
    {
        var json = File.ReadAllBytes(file);
        var name = Path.GetFileName(file);
        yield return new Specimen(name, null, json);
        foreach (var (damage, breaking) in All)
        {
            var copy = JsonNode.Parse(json)!.AsObject();
            if (breaking(copy))
            {
                yield return new Specimen(name, damage, JsonSerializer.SerializeToUtf8Bytes(copy));
            }
        }
    }

    private static bool Has(JsonObject resource, string name) => resource.ContainsKey(name);

    private static bool Set(JsonObject resource, string name, string value)
    {
        resource[name] = value;
        return true;
    }
}
