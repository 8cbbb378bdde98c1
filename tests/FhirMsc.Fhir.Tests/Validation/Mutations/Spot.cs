using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Validation.Mutations;

/// <summary>One element of a resource that can be broken.</summary>
/// <param name="Owner">The object that it is in.</param>
/// <param name="OwnerType">Type of that.</param>
/// <param name="OwnerPath">Path of that.</param>
/// <param name="Property">Name of its property.</param>
/// <param name="Index">Its place if the property is a list.</param>
/// <param name="Element">Its definition.</param>
/// <param name="Type">Its type.</param>
internal sealed record Spot(JsonObject Owner, TypeDefinition OwnerType, string OwnerPath, string Property, int? Index, ElementDefinition Element, TypeDefinition Type)
{
    /// <summary>Where it is.</summary>
    public string Path => Index is { } index ? $"{OwnerPath}.{Property}[{index}]" : $"{OwnerPath}.{Property}";

    /// <summary>Its value.</summary>
    public JsonNode? Value
    {
        get => Index is { } index ? Owner[Property]![index] : Owner[Property];
        set
        {
            if (Index is { } index)
            {
                Owner[Property]![index] = value;
            }
            else
            {
                Owner[Property] = value;
            }
        }
    }

    /// <summary>Its value as an object, if it is one.</summary>
    public JsonObject? Object => Value as JsonObject;

    /// <summary>Its list, if it is in one.</summary>
    public JsonArray? List => Owner[Property] as JsonArray;

    /// <summary>Its value as text, if it is a string.</summary>
    public string? Text => Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether it is in a list of its own right, not in that of another resource.</summary>
    public bool IsAtTop => !OwnerPath.Contains("contained[", StringComparison.Ordinal) && !OwnerPath.Contains("entry[", StringComparison.Ordinal);

    /// <summary>All spots of a resource, each before those in it.</summary>
    public static IEnumerable<Spot> All(JsonObject resource, FhirModel model) =>
        resource["resourceType"]?.GetValue<string>() is { } name && model.FindType(name) is { } type ? Inside(resource, type, name, model) : [];

    private static IEnumerable<Spot> Inside(JsonObject owner, TypeDefinition type, string path, FhirModel model)
    {
        foreach (var (name, value) in owner.ToList())
        {
            if (!type.TryFindChild(name, out var element, out var child) || child is null || value is null)
            {
                continue;
            }

            for (var i = 0; i < (value is JsonArray list ? list.Count : 1); i++)
            {
                var spot = new Spot(owner, type, path, name, value is JsonArray ? i : null, element, child);
                if (spot.Value is null)
                {
                    continue;
                }

                yield return spot;
                var actual = spot.Object is { } found && found["resourceType"]?.GetValue<string>() is { } resource ? model.FindType(resource) : child;
                foreach (var below in spot.Object is { } inner && actual is not null ? Inside(inner, actual, spot.Path, model) : [])
                {
                    yield return below;
                }
            }
        }
    }
}
