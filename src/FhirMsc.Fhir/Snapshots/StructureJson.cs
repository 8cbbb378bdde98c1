using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Writes a structure that was worked out, and read from nowhere, as a StructureDefinition (https://hl7.org/fhir/R4/structuredefinition.html).</summary>
public static class StructureJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>Writes a profile or an extension.</summary>
    /// <param name="structure">
    /// The structure. Its differential is written and no snapshot: elements of a snapshot need a definition in words (sdf-3), which those worked out do not have.
    /// </param>
    /// <param name="id">Logical id of the resource.</param>
    /// <returns>JSON in UTF-8, indented, with a line end behind it.</returns>
    public static byte[] Write(StructureDefinition structure, string id)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var written = new JsonObject
        {
            ["resourceType"] = "StructureDefinition",
            ["id"] = id,
            ["url"] = structure.Url,
            ["version"] = structure.Version,
            ["name"] = structure.Name,
            ["status"] = structure.Status ?? "active",
            ["fhirVersion"] = structure.FhirVersion,
            ["kind"] = structure.Kind switch { StructureKind.Complex => "complex-type", StructureKind.Primitive => "primitive-type", StructureKind.Resource => "resource", _ => "logical" },
            ["abstract"] = structure.IsAbstract,
            ["context"] = structure.Contexts.Count == 0 ? null : new JsonArray([.. structure.Contexts.Select(context => new JsonObject { ["type"] = context.Type, ["expression"] = context.Expression })]),
            ["type"] = structure.Type,
            ["baseDefinition"] = structure.BaseDefinition,
            ["derivation"] = structure.IsProfile ? "constraint" : "specialization",
            ["differential"] = Elements(structure.Differential),
        };
        foreach (var name in written.Where(property => property.Value is null).Select(property => property.Key).ToList())
        {
            written.Remove(name);
        }

        return Encoding.UTF8.GetBytes(written.ToJsonString(Indented) + "\n");
    }

    private static JsonObject? Elements(IReadOnlyList<ElementDefinition>? elements) =>
        elements is null ? null : new JsonObject { ["element"] = new JsonArray([.. elements.Select(Stated)]) };

    /// <summary>A differential states what it changes, and leaves the numbers of the base alone.</summary>
    private static JsonObject Stated(ElementDefinition element)
    {
        var written = ElementJson.Write(element).AsObject();
        if (element.IsModifier)
        {
            // eld-18: what changes the meaning says why.
            written["isModifierReason"] = "It changes the meaning of what it stands in, as the element that it carries does.";
        }

        if (element.StatedMin is null)
        {
            written.Remove("min");
        }

        if (element.StatedMax is null)
        {
            written.Remove("max");
        }

        return written;
    }
}
