using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Writes a StructureDefinition with its snapshot.</summary>
public static class SnapshotJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>Writes a resource with another snapshot; everything else stays as it was read.</summary>
    /// <param name="resource">The StructureDefinition as it was read.</param>
    /// <param name="structure">The same with its snapshot. Texts, mappings and the like are written if it and what it builds on were read with their sources.</param>
    /// <returns>JSON in UTF-8, indented, with a line end behind it.</returns>
    /// <exception cref="ArgumentException">The structure has no snapshot.</exception>
    public static byte[] Write(Node resource, StructureDefinition structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        if (structure.Snapshot is not { } snapshot)
        {
            throw new ArgumentException("The structure has no snapshot.", nameof(structure));
        }

        var written = new JsonObject();
        var elements = new JsonObject { ["element"] = new JsonArray([.. snapshot.Select(ElementJson.Write)]) };
        foreach (var (name, value) in JsonNode.Parse(JsonWriter.Write(resource))!.AsObject().Where(property => property.Key != "snapshot"))
        {
            // The snapshot stands in front of the differential (https://hl7.org/fhir/R4/structuredefinition.html).
            if (name == "differential")
            {
                written["snapshot"] = elements;
            }

            written[name] = value?.DeepClone();
        }

        if (elements.Parent is null)
        {
            written["snapshot"] = elements;
        }

        return Encoding.UTF8.GetBytes(written.ToJsonString(Indented) + "\n");
    }
}
