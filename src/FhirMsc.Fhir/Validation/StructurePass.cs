using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation;

/// <summary>One walk over one resource.</summary>
internal sealed class StructurePass(ValidationRun run)
{
    private readonly FhirModel model = run.Model;

    /// <summary>What was found, in the order of the walk.</summary>
    public IReadOnlyList<Issue> Found => run.Sink.Finish();

    /// <summary>Checks a resource, be it the outermost one, contained, or in a Bundle.</summary>
    public void Resource(Node node)
    {
        if (node.ResourceType is not { } name)
        {
            Report(StructureIssues.NoResourceType, node);
            return;
        }

        if (model.FindType(name) is not { Kind: TypeKind.Resource, IsAbstract: false } type)
        {
            Report(StructureIssues.UnknownResource, node, name, model.Release.Name);
            return;
        }

        var around = run.Resource;
        run.Resource = node;
        Children(node, type);
        TypeRules(node, type);
        run.Resource = around;
    }

    private void Children(Node parent, TypeDefinition type)
    {
        var counts = new Dictionary<ElementDefinition, (int Count, Node First)>(ReferenceEqualityComparer.Instance);
        var indexes = new Dictionary<int, int>();
        foreach (var child in parent.Children)
        {
            var index = indexes[child.NameNumber] = indexes.GetValueOrDefault(child.NameNumber, -1) + 1;
            if (!type.TryFindChild(child.NameNumber, out var element, out var childType))
            {
                Report(StructureIssues.UnknownElement, child, child.Name, type.Name, model.Release.Name);
                continue;
            }

            var (count, first) = counts.GetValueOrDefault(element);
            var secondChoice = count > 0 && first.NameNumber != child.NameNumber;
            counts[element] = (secondChoice ? count : count + 1, count == 0 ? child : first);
            if (secondChoice)
            {
                Report(StructureIssues.TwoChoices, child, first.Name, child.Name, element.Name + "[x]");
            }

            if (index == 0 && child.IsArrayItem != element.Max > 1)
            {
                Report(child.IsArrayItem ? StructureIssues.NoArrayExpected : StructureIssues.ArrayExpected, child, child.Name);
            }

            if (childType is not null)
            {
                Value(child, childType);
            }
        }

        foreach (var element in type.Elements)
        {
            var (count, _) = counts.GetValueOrDefault(element);
            var name = element.IsChoice ? element.Name + "[x]" : element.Name;
            if (count < element.Min)
            {
                Report(StructureIssues.Missing, parent, name, element.Min, element.Min == 1 ? "is" : "are", count);
            }
            else if (count > element.Max)
            {
                Report(StructureIssues.TooMany, parent, name, element.Max, count);
            }
        }
    }

    private void Value(Node node, TypeDefinition type)
    {
        switch (type.Kind)
        {
            case TypeKind.Primitive:
                Primitive(node, type);
                break;
            case TypeKind.Resource when node.HasValue:
                Report(StructureIssues.ObjectExpected, node, node.Name, "resource");
                break;
            case TypeKind.Resource:
                Resource(node);
                break;
            case var _ when node.HasValue:
                Report(StructureIssues.ObjectExpected, node, node.Name, type.Name);
                break;
            default:
                Children(node, type);
                TypeRules(node, type);
                break;
        }
    }

    private void TypeRules(Node node, TypeDefinition type)
    {
        foreach (var rule in Rules.TypeRules.For(type.Name))
        {
            rule.Check(new RuleContext(node, type, run), run.Sink);
        }
    }

    private void Primitive(Node node, TypeDefinition type)
    {
        if (node.HasChildren)
        {
            if (!node.IsPrimitive)
            {
                Report(StructureIssues.PrimitiveExpected, node, node.Name, type.Name);
                return;
            }

            Children(node, type);
        }

        if (!node.HasValue)
        {
            return;
        }

        TypeRules(node, type);
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
            Report(StructureIssues.ValueKind, node, node.Name, type.Name, due, found);
        }
        else if (PrimitiveFormat.Fault(type.Name, node.Text!) is { } form)
        {
            Report(StructureIssues.ValueFormat, node, node.Name, type.Name, form);
        }
    }

    private void Report(IssueKind kind, Node node, params ReadOnlySpan<object?> arguments) => run.Sink.Report(kind, node, arguments);
}
