using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>
/// The concepts of one CodeSystem. Some of their properties have a meaning that FHIR defines (the "defined concept properties" of https://hl7.org/fhir/R4/codesystem.html):
/// a code system says which by giving the property FHIR's URI, or just uses FHIR's name.
/// </summary>
internal sealed class ConceptReader
{
    private const string Defined = "http://hl7.org/fhir/concept-properties#";

    private readonly Node resource;
    private readonly Dictionary<string, string> meanings = new(StringComparer.Ordinal)
    {
        ["parent"] = "parent",
        ["child"] = "child",
        ["subsumedBy"] = "parent",
        ["status"] = "status",
        ["inactive"] = "inactive",
        ["notSelectable"] = "notSelectable",
        ["not-selectable"] = "notSelectable",
    };

    private readonly List<CodeSystemConcept> concepts = [];
    private readonly Dictionary<string, List<string>> moreParents = new(StringComparer.Ordinal);

    public ConceptReader(Node resource)
    {
        this.resource = resource;
        foreach (var property in resource.ChildrenNamed("property"))
        {
            if (Text(property, "code") is { } code && Text(property, "uri") is { } uri && uri.StartsWith(Defined, StringComparison.Ordinal))
            {
                meanings[code] = uri[Defined.Length..];
            }
        }
    }

    public IReadOnlyList<CodeSystemConcept> Read()
    {
        ReadBelow(resource, null);
        if (moreParents.Count == 0)
        {
            return concepts;
        }

        return [.. concepts.Select(concept => moreParents.TryGetValue(concept.Code, out var more) ? concept with { Parents = [.. concept.Parents.Union(more, StringComparer.Ordinal)] } : concept)];
    }

    private static string? Text(Node node, string name) => node.Child(name) is { Exists: true } child ? child.Text : null;

    private void ReadBelow(Node parent, string? parentCode)
    {
        foreach (var node in parent.ChildrenNamed("concept"))
        {
            if (Text(node, "code") is { } code)
            {
                concepts.Add(Concept(node, code, parentCode));
                ReadBelow(node, code);
            }
        }
    }

    private CodeSystemConcept Concept(Node node, string code, string? parentCode)
    {
        List<string> parents = parentCode is null ? [] : [parentCode];
        List<ConceptProperty> properties = [];
        bool isAbstract = false, isInactive = false;
        foreach (var property in node.ChildrenNamed("property"))
        {
            var name = Text(property, "code") ?? string.Empty;
            var value = ExtensionValues.Value(property);
            var text = !value.Exists ? string.Empty : value.Name == "valueCoding" ? Text(value, "code") ?? string.Empty : value.Text ?? string.Empty;
            switch (meanings.GetValueOrDefault(name))
            {
                case "parent" when !parents.Contains(text):
                    parents.Add(text);
                    break;
                case "parent":
                    break;
                case "child":
                    AddParent(text, code);
                    break;
                case "notSelectable":
                    isAbstract |= text == "true";
                    break;
                case "inactive":
                    isInactive |= text == "true";
                    break;
                case "status":
                    isInactive |= text is "retired" or "inactive";
                    properties.Add(new ConceptProperty(name, text));
                    break;
                default:
                    properties.Add(new ConceptProperty(name, text));
                    break;
            }
        }

        List<string> designations = [.. node.ChildrenNamed("designation").Select(designation => Text(designation, "value")).OfType<string>()];
        return new CodeSystemConcept
        {
            Code = code,
            Display = Text(node, "display"),
            Designations = designations,
            HasDesignations = designations.Count > 0,
            Parents = parents,
            IsAbstract = isAbstract,
            IsInactive = isInactive,
            Properties = properties,
        };
    }

    private void AddParent(string child, string parent)
    {
        if (!moreParents.TryGetValue(child, out var parents))
        {
            moreParents.Add(child, parents = []);
        }

        parents.Add(parent);
    }
}
