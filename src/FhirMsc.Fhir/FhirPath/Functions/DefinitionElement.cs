using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// A compiled element definition written back as an ElementDefinition, for <c>elementDefinition()</c>: identity, cardinality, types, binding, invariants and
/// flags. Texts for people that the compiled definitions leave out are not there.
/// </summary>
internal static class DefinitionElement
{
    public static Node Write(ElementDefinition definition)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", definition.Id);
            json.WriteString("path", definition.Path);
            Optional(json, "sliceName", definition.SliceName);
            Optional(json, "short", definition.Short);
            if (definition.StatedMin is { } min)
            {
                json.WriteNumber("min", min);
            }

            Optional(json, "max", definition.StatedMax switch { null => null, int.MaxValue => "*", { } max => max.ToString(CultureInfo.InvariantCulture) });
            Optional(json, "contentReference", definition.ContentReference);
            Types(json, definition.Types);
            Strings(json, "condition", definition.Conditions);
            Constraints(json, definition.Constraints);
            Flag(json, "mustSupport", definition.MustSupport);
            Flag(json, "isModifier", definition.IsModifier);
            Flag(json, "isSummary", definition.IsSummary);
            if (definition.Binding is { } binding)
            {
                json.WriteStartObject("binding");
                json.WriteString("strength", Lower(binding.Strength.ToString()));
                Optional(json, "valueSet", binding.ValueSet);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return JsonParser.Parse(buffer.WrittenMemory).Tree!.Root;
    }

    private static void Types(Utf8JsonWriter json, IReadOnlyList<TypeReference> types)
    {
        if (types.Count == 0)
        {
            return;
        }

        json.WriteStartArray("type");
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("code", type.Code);
            Strings(json, "profile", type.Profiles);
            Strings(json, "targetProfile", type.TargetProfiles);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Constraints(Utf8JsonWriter json, IReadOnlyList<ElementConstraint> constraints)
    {
        if (constraints.Count == 0)
        {
            return;
        }

        json.WriteStartArray("constraint");
        foreach (var constraint in constraints)
        {
            json.WriteStartObject();
            json.WriteString("key", constraint.Key);
            json.WriteString("severity", Lower(constraint.Severity.ToString()));
            json.WriteString("human", constraint.Human);
            Optional(json, "expression", constraint.Expression);
            Optional(json, "source", constraint.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            json.WriteString(name, value);
        }
    }

    private static void Flag(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
