using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>Looks into an extension as it was read.</summary>
internal static class ExtensionValues
{
    /// <summary>The URL of an extension, or <see langword="null"/>.</summary>
    public static string? Url(Node extension) => extension.Child("url") is { Exists: true } url ? url.Text : null;

    /// <summary>The element <c>value[x]</c> of an extension, or a node that does not exist.</summary>
    public static Node Value(Node extension)
    {
        foreach (var child in extension.Children)
        {
            if (child.Name.StartsWith("value", StringComparison.Ordinal))
            {
                return child;
            }
        }

        return default;
    }

    /// <summary>The value, as text, of the first extension with a URL.</summary>
    public static string? Text(Node element, string url)
    {
        foreach (var extension in element.ChildrenNamed("extension"))
        {
            if (Url(extension) == url && Value(extension) is { Exists: true } value)
            {
                return value.Text;
            }
        }

        return null;
    }
}
