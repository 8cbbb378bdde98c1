using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Logical;

/// <summary>A logical model, read from its StructureDefinition.</summary>
internal sealed class LogicalModel
{
    private readonly Dictionary<string, LogicalElement> byPath = new(StringComparer.Ordinal);

    private LogicalModel(Node definition, Node view)
    {
        Url = definition.Child("url").Text ?? string.Empty;
        Base = definition.Child("baseDefinition").Text;
        foreach (var node in view.ChildrenNamed("element"))
        {
            var element = new LogicalElement(node);
            byPath.TryAdd(element.Path, element);
            Root ??= element;
            var dot = element.Path.LastIndexOf('.');
            if (dot > 0 && byPath.GetValueOrDefault(element.Path[..dot]) is { } parent)
            {
                parent.Children.Add(element);
            }
        }
    }

    /// <summary>Canonical URL.</summary>
    public string Url { get; }

    /// <summary>Canonical URL of what it builds on, whose elements it has too.</summary>
    public string? Base { get; }

    /// <summary>Its first element, which stands for the whole; <see langword="null"/> if it has none.</summary>
    public LogicalElement? Root { get; }

    /// <summary>Reads a StructureDefinition of the kind <c>logical</c>.</summary>
    /// <returns>The model; <see langword="null"/> if the resource is something else.</returns>
    public static LogicalModel? Read(Node definition)
    {
        var view = definition.Exists ? definition.Child("differential") : default;
        return view.Exists && definition.ResourceType == "StructureDefinition" && definition.Child("kind").Text == "logical" ? new LogicalModel(definition, view) : null;
    }

    /// <summary>The element that a content reference names: <c>#Model.element</c>.</summary>
    public LogicalElement? Find(string contentReference) => byPath.GetValueOrDefault(contentReference[(contentReference.IndexOf('#', StringComparison.Ordinal) + 1)..]);
}
