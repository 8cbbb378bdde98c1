using System.Globalization;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Decisions.Proposals;

/// <summary>
/// Puts values at paths of a resource that is being made: names joined by dots, with indexes (<c>dosageInstruction[0].text</c>). The definitions of the
/// release tell what is a list, and which type a choice takes.
/// </summary>
internal static class ElementPath
{
    /// <summary>Whether the first step of a path is an element of a type.</summary>
    public static bool Starts(TypeDefinition type, string path) => Element(type, Step(path.Split('.')[0]).Name) is not null;

    /// <summary>Puts values at a path. What the type does not have at that place is left alone.</summary>
    /// <param name="owner">The resource, or an element of it.</param>
    /// <param name="type">Its type.</param>
    /// <param name="path">The path, relative to it.</param>
    /// <param name="values">The values; more than one only where a list is.</param>
    /// <param name="typeName">Type of the values, for a choice; <see langword="null"/> if it is not known.</param>
    /// <returns>Whether the value found its place.</returns>
    public static bool Set(JsonObject owner, TypeDefinition type, string path, IReadOnlyList<JsonNode> values, string? typeName)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var (name, index) = Step(dot < 0 ? path : path[..dot]);
        if (Element(type, name) is not { } element)
        {
            return false;
        }

        var isList = element.StatedMax is not (null or 1);
        if (dot < 0)
        {
            return Put(owner, element, type, isList, index, values, typeName);
        }

        // Within a choice, the type that has what the path goes on with: payload.content.text is in R5's contentCodeableConcept.
        var rest = path[(dot + 1)..];
        if (type.TypesOf(element).OfType<TypeDefinition>().FirstOrDefault(one => Starts(one, rest)) is not { } inner)
        {
            return false;
        }

        name = element.IsChoice && name == element.Name ? name + char.ToUpperInvariant(inner.Name[0]) + inner.Name[1..] : name;
        var next = isList ? Item(owner, name, index) : owner[name] as JsonObject ?? New(owner, name);
        return Set(next, inner, rest, values, typeName);
    }

    private static ElementDefinition? Element(TypeDefinition type, string name) =>
        type.FindElement(name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name) ?? (type.TryFindChild(name, out var choice, out _) ? choice : null);

    private static bool Put(JsonObject owner, ElementDefinition element, TypeDefinition type, bool isList, int? index, IReadOnlyList<JsonNode> values, string? typeName)
    {
        var types = type.TypesOf(element).OfType<TypeDefinition>().ToList();
        var name = element.Name;
        if (element.IsChoice)
        {
            var chosen = types.FirstOrDefault(one => string.Equals(one.Name, typeName, StringComparison.OrdinalIgnoreCase))
                ?? (typeName is "DateTime" or "Date" ? types.FirstOrDefault(one => one.Name is "dateTime" or "date") : null)
                ?? (typeName is null && types.Count == 1 ? types[0] : null)
                ?? (typeName is null ? types.FirstOrDefault(one => one.Name == (values[0] is JsonObject ? "CodeableConcept" : "string")) : null);
            if (chosen is null)
            {
                return false;
            }

            name += char.ToUpperInvariant(chosen.Name[0]) + chosen.Name[1..];
        }

        // R5 puts a concept or a reference into a CodeableReference where earlier releases had either.
        var isCodeableReference = types.Any(one => one.Name == "CodeableReference");
        var list = values.Select(value => isCodeableReference && value is JsonObject inner && !inner.ContainsKey("concept")
            ? new JsonObject { [inner.ContainsKey("reference") ? "reference" : "concept"] = inner.DeepClone() }
            : value.DeepClone()).ToList();
        if (!isList)
        {
            owner[name] = list[0];
            return true;
        }

        var array = owner[name] as JsonArray ?? [];
        owner[name] = array;
        foreach (var value in list)
        {
            if (index is { } at && at < array.Count)
            {
                array[at] = value;
            }
            else
            {
                array.Add(value);
            }
        }

        return true;
    }

    private static JsonObject New(JsonObject owner, string name)
    {
        var made = new JsonObject();
        owner[name] = made;
        return made;
    }

    private static JsonObject Item(JsonObject owner, string name, int? index)
    {
        var array = owner[name] as JsonArray ?? [];
        owner[name] = array;
        var at = Math.Min(index ?? 0, array.Count);
        if (at == array.Count)
        {
            array.Add(new JsonObject());
        }

        return array[at]!.AsObject();
    }

    private static (string Name, int? Index) Step(string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 && int.TryParse(step.AsSpan(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? (step[..bracket], index)
            : (step, null);
    }
}
