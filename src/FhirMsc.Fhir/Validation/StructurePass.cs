using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>One walk over one resource.</summary>
internal sealed class StructurePass(FhirModel model)
{
    /// <summary>What was found, in the order of the walk.</summary>
    public List<Issue> Found { get; } = [];

    /// <summary>Checks a resource, be it the outermost one, contained, or in a Bundle.</summary>
    public void Resource(Node node, string path)
    {
        if (node.ResourceType is not { } name)
        {
            Report(StructureIssues.NoResourceType, node, path);
            return;
        }

        if (model.FindType(name) is not { Kind: TypeKind.Resource, IsAbstract: false } type)
        {
            Report(StructureIssues.UnknownResource, node, path, name, model.Release.Name);
            return;
        }

        Children(node, type, path);
    }

    private void Children(Node parent, TypeDefinition type, string path)
    {
        var counts = new Dictionary<ElementDefinition, (int Count, Node First)>(ReferenceEqualityComparer.Instance);
        var indexes = new Dictionary<int, int>();
        foreach (var child in parent.Children)
        {
            var index = indexes[child.NameNumber] = indexes.GetValueOrDefault(child.NameNumber, -1) + 1;
            var childPath = child.IsArrayItem ? $"{path}.{child.Name}[{index}]" : $"{path}.{child.Name}";
            if (!type.TryFindChild(child.NameNumber, out var element, out var childType))
            {
                Report(StructureIssues.UnknownElement, child, childPath, child.Name, type.Name, model.Release.Name);
                continue;
            }

            var (count, first) = counts.GetValueOrDefault(element);
            var secondChoice = count > 0 && first.NameNumber != child.NameNumber;
            counts[element] = (secondChoice ? count : count + 1, count == 0 ? child : first);
            if (secondChoice)
            {
                Report(StructureIssues.TwoChoices, child, childPath, first.Name, child.Name, element.Name + "[x]");
            }

            if (index == 0 && child.IsArrayItem != element.Max > 1)
            {
                Report(child.IsArrayItem ? StructureIssues.NoArrayExpected : StructureIssues.ArrayExpected, child, childPath, child.Name);
            }

            if (childType is not null)
            {
                Value(child, childType, childPath);
            }
        }

        foreach (var element in type.Elements)
        {
            var (count, _) = counts.GetValueOrDefault(element);
            var name = element.IsChoice ? element.Name + "[x]" : element.Name;
            if (count < element.Min)
            {
                Report(StructureIssues.Missing, parent, path, name, element.Min, element.Min == 1 ? "is" : "are", count);
            }
            else if (count > element.Max)
            {
                Report(StructureIssues.TooMany, parent, path, name, element.Max, count);
            }
        }
    }

    private void Value(Node node, TypeDefinition type, string path)
    {
        switch (type.Kind)
        {
            case TypeKind.Primitive:
                Primitive(node, type, path);
                break;
            case TypeKind.Resource when node.HasValue:
                Report(StructureIssues.ObjectExpected, node, path, node.Name, "resource");
                break;
            case TypeKind.Resource:
                Resource(node, path);
                break;
            case var _ when node.HasValue:
                Report(StructureIssues.ObjectExpected, node, path, node.Name, type.Name);
                break;
            default:
                Children(node, type, path);
                break;
        }
    }

    private void Primitive(Node node, TypeDefinition type, string path)
    {
        if (node.HasChildren)
        {
            if (!node.IsPrimitive)
            {
                Report(StructureIssues.PrimitiveExpected, node, path, node.Name, type.Name);
                return;
            }

            Children(node, type, path);
        }

        if (!node.HasValue)
        {
            return;
        }

        var due = type.Name switch
        {
            "boolean" => "true or false",
            "integer" or "unsignedInt" or "positiveInt" or "decimal" => "a number",
            _ => "a string",
        };
        var found = node.Kind switch
        {
            NodeKind.True or NodeKind.False => "true or false",
            NodeKind.Number => "a number",
            _ => "a string",
        };
        if (due != found)
        {
            Report(StructureIssues.ValueKind, node, path, node.Name, type.Name, due, found);
        }
        else if (PrimitiveFormat.Fault(type.Name, node.Text!) is { } form)
        {
            Report(StructureIssues.ValueFormat, node, path, node.Name, type.Name, form);
        }
    }

    private void Report(IssueKind kind, Node node, string path, params ReadOnlySpan<object?> arguments) => Found.Add(kind.At(path, node.Position, arguments));
}
