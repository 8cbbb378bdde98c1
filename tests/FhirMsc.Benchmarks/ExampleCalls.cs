using System.Text;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Benchmarks;

/// <summary>The committed guideline and its example calls, found from where the program runs.</summary>
internal static class ExampleCalls
{
    /// <summary>The fhir-resources folder.</summary>
    public static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "FhirMsc.sln")))
            {
                at = at.Parent;
            }

            return Path.Combine(at?.FullName ?? throw new InvalidOperationException("FhirMsc.sln is in none of the folders above."), "fhir-resources");
        }
    }

    /// <summary>The R4 catalog of all guidelines.</summary>
    public static Catalog Catalog() =>
        EditionBuilder.Build([.. Directory.EnumerateFiles(Path.Combine(Root, "content"), "*.yaml").Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal))], FhirRelease.R4).Catalog
        ?? throw new InvalidOperationException("The committed content does not pass the gate.");

    /// <summary>The main example call, filled up with further diagnoses to 12 kB, as compact JSON.</summary>
    public static (string Service, byte[] Body) TwelveKilobytes()
    {
        using var call = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "calls", "covid19-and-msc-order.json")));
        var request = System.Text.Json.Nodes.JsonNode.Parse(call.RootElement.GetProperty("request").GetRawText())!;
        var conditions = request["prefetch"]!["conditions"]!;
        var entries = conditions["entry"]!.AsArray();
        var another = entries[1]!.ToJsonString();
        for (var i = 0; request.ToJsonString().Length < 12_000; i++)
        {
            entries.Add(System.Text.Json.Nodes.JsonNode.Parse(another.Replace("cond-htn", $"cond-{i}", StringComparison.Ordinal)));
        }

        conditions["total"] = entries.Count;
        return (call.RootElement.GetProperty("service").GetString()!, Encoding.UTF8.GetBytes(request.ToJsonString()));
    }
}
