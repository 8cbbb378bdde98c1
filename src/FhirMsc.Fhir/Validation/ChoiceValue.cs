using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>The one child of a choice element, such as <c>valueCoding</c>, with the type that its name ends with.</summary>
/// <param name="Node">The child.</param>
/// <param name="Type">The end of its name, with a capital: <c>Coding</c>, <c>String</c>.</param>
internal readonly record struct ChoiceValue(Node Node, string Type)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => Node.Exists;

    /// <summary>The first child of <c>name[x]</c>.</summary>
    public static ChoiceValue Of(Node parent, string name)
    {
        if (parent.Exists)
        {
            foreach (var child in parent.Children)
            {
                var full = child.Name;
                if (full.Length > name.Length && full.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiLetterUpper(full[name.Length]))
                {
                    return new ChoiceValue(child, full[name.Length..]);
                }
            }
        }

        return new ChoiceValue(default, string.Empty);
    }

    /// <summary>The value of the first extension with a URL.</summary>
    public static ChoiceValue OfExtension(Node element, string url) =>
        element.ChildrenNamed("extension").FirstOrDefault(extension => extension.Child("url").Text == url) is { Exists: true } found ? Of(found, "value") : new ChoiceValue(default, string.Empty);
}
