using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Requests;

/// <summary>An entry of a Bundle that holds a resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id, if it has one.</param>
/// <param name="FullUrl"><c>fullUrl</c> of the entry, if it has one.</param>
public sealed record BundleEntry(Node Resource, string Type, string? Id, string? FullUrl)
{
    private static readonly int ResourceName = NameTable.Fhir.Find("resource");

    /// <summary><c>Type/id</c>; <see langword="null"/> for a resource without id.</summary>
    public string? Reference => Id is null ? null : $"{Type}/{Id}";

    /// <summary>Reads one entry.</summary>
    /// <returns>The entry, or <see langword="null"/> if there is no resource with a type in it.</returns>
    public static BundleEntry? Read(Node entry)
    {
        var resource = NodeShapes.Of(entry) == NodeShape.Object ? entry.Child(ResourceName) : default;
        return NodeShapes.Of(resource) == NodeShape.Object && resource.ResourceType is { Length: > 0 } type
            ? new BundleEntry(resource, type, NodeShapes.Text(resource, "id"), NodeShapes.Text(entry, "fullUrl"))
            : null;
    }

    /// <summary>No resource in a log.</summary>
    public override string ToString() => Type;
}
