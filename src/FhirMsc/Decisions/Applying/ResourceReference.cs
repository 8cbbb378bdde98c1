using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Applying;

/// <summary>Names resources without telling anything else of them.</summary>
internal static class ResourceReference
{
    /// <summary><c>Type/id</c> of the resource that a node is, or is in; the type alone if it has no id.</summary>
    public static string Of(Node node)
    {
        while (node.ResourceType is null && node.Parent.Exists)
        {
            node = node.Parent;
        }

        var type = node.ResourceType ?? "a resource";
        return node.Child("id").Text is { Length: > 0 } id ? $"{type}/{id}" : $"{type} without id";
    }
}
