using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Walks;

namespace FhirMsc.Fhir.Validation.Logical;

/// <summary>
/// Checks JSON that is no resource against a logical model (https://hl7.org/fhir/R4/structuredefinition.html#logical), as that of CDS Hooks' requests and
/// responses. Resources and data types in it are checked as everywhere.
/// </summary>
internal sealed class LogicalWalk(Node root, ValidationRun run)
{
    private const int Deepest = 64;

    private readonly Dictionary<string, LogicalModel?> models = new(StringComparer.Ordinal);

    /// <summary>The model that a canonical names; <see langword="null"/> if that is none, or not at hand.</summary>
    public LogicalModel? Find(string canonical)
    {
        if (!models.TryGetValue(canonical, out var model))
        {
            models.Add(canonical, model = LogicalModel.Read(run.Settings.References?.Resolve(canonical) ?? default));
        }

        return model;
    }

    /// <summary>Checks the whole against a model.</summary>
    public void Check(LogicalModel model)
    {
        if (model.Root is { } element)
        {
            Object(root, element, model, [model.Url], 0);
        }
    }

    /// <summary>Checks an object: the elements of the definition, and those of the types it has.</summary>
    private void Object(Node node, LogicalElement element, LogicalModel model, IReadOnlyList<string> types, int depth)
    {
        if (depth > Deepest)
        {
            return;
        }

        if (node.HasValue)
        {
            run.Sink.Report(LogicalIssues.ValueKind, node, Name(node), "structure", "an object");
            return;
        }

        var members = Members(element, model, types);
        foreach (var child in node.Children)
        {
            if (!members.ContainsKey(child.Name))
            {
                run.Sink.Report(LogicalIssues.UnknownProperty, run.Settings.UnknownExtension is { } severity && members.Values.Any(member => member.Element.HasNamedElements) ? severity : Severity.Error, child, null, null, null, child.Name, Name(node));
            }
        }

        foreach (var (name, (member, owner)) in members)
        {
            if (!member.HasNamedElements)
            {
                Member(node, [.. node.ChildrenNamed(name)], member, owner, depth);
            }
        }

        foreach (var constraint in element.Constraints)
        {
            Constraint(node, constraint);
        }
    }

    /// <summary>The elements that an object may have, by the names of their properties.</summary>
    private Dictionary<string, (LogicalElement Element, LogicalModel Model)> Members(LogicalElement element, LogicalModel model, IReadOnlyList<string> types)
    {
        var members = new Dictionary<string, (LogicalElement, LogicalModel)>(StringComparer.Ordinal);
        foreach (var child in element.Children)
        {
            members.TryAdd(child.JsonName, (child, model));
        }

        foreach (var type in types)
        {
            var at = Find(type);
            for (var i = 0; at is not null && i < Deepest; i++)
            {
                foreach (var child in at.Root?.Children ?? [])
                {
                    members.TryAdd(child.JsonName, (child, at));
                }

                at = at.Base is { } next ? Find(next) : null;
            }
        }

        return members;
    }

    private void Member(Node parent, List<Node> values, LogicalElement element, LogicalModel model, int depth)
    {
        if (values.Count == 0)
        {
            if (element.Min > 0)
            {
                run.Sink.Report(LogicalIssues.Missing, parent, element.JsonName);
            }

            return;
        }

        if (element.KeyProperty is not null)
        {
            foreach (var entry in values[0].Children)
            {
                if (element.Children.Find(child => child.JsonName == "value") is { } value)
                {
                    Value(entry, value, model, depth + 1);
                }
            }

            return;
        }

        if (values[0].IsArrayItem != element.IsList)
        {
            run.Sink.Report(LogicalIssues.List, values[0], element.JsonName, element.IsList ? "an array" : "a single value");
        }

        foreach (var value in values)
        {
            Value(value, element, model, depth + 1);
        }
    }

    private void Value(Node node, LogicalElement element, LogicalModel model, int depth)
    {
        if (element.ContentReference is { } reference && model.Find(reference) is { } content)
        {
            Object(node, content, model, content.Types, depth);
            return;
        }

        var specified = element.TypeSpecifiers.FirstOrDefault(specifier => FhirPathExpression.Compile(specifier.Condition).Expression?.EvaluateBoolean(root, new EvaluationContext { Resource = root }) == true).Type;
        IReadOnlyList<string> types = specified is null ? element.Types : [specified];
        if (types is [var code] && run.Model.FindType(code) is { Kind: not TypeKind.Backbone } type && code is not ("Base" or "Element"))
        {
            Typed(node, element, type);
        }
        else
        {
            Object(node, element, model, types, depth);
        }
    }

    /// <summary>A value of one of FHIR's own types.</summary>
    private void Typed(Node node, LogicalElement element, TypeDefinition type)
    {
        switch (type.Kind)
        {
            case TypeKind.Resource:
                if (!type.IsAbstract && node.ResourceType is { } actual && actual != type.Name)
                {
                    run.Sink.Report(LogicalIssues.ResourceType, node, element.JsonName, type.Name, actual);
                }

                TypeWalk.Resource(node, [], run);
                if (!element.HasOptionalId && node.ResourceType is not null && !node.Child("id").Exists)
                {
                    run.Sink.Report(LogicalIssues.NoId, node);
                }

                break;
            case TypeKind.Primitive:
                Primitive(node, element, type);
                break;
            case var _ when node.HasValue:
                run.Sink.Report(LogicalIssues.ValueKind, node, element.JsonName, type.Name, "an object");
                break;
            default:
                TypeWalk.Complex(node, run.Store.Of(type), run);
                break;
        }
    }

    private void Primitive(Node node, LogicalElement element, TypeDefinition type)
    {
        var due = type.SystemType switch { SystemType.Boolean => "true or false", SystemType.Integer or SystemType.Decimal => "a number", _ => "a string" };
        var found = node.Kind switch { NodeKind.True or NodeKind.False => "true or false", NodeKind.Number => "a number", NodeKind.String => "a string", _ => "an object" };
        if (due != found)
        {
            run.Sink.Report(LogicalIssues.ValueKind, node, element.JsonName, type.Name, due);
            return;
        }

        var text = node.Text!;
        var form = PrimitiveForm.Of(type.Name);
        if (!form.Holds(element.Prefix is { } prefix && !text.StartsWith(prefix, StringComparison.Ordinal) ? prefix + text : text))
        {
            run.Sink.Report(LogicalIssues.ValueForm, node, element.JsonName, type.Name, form.Words);
        }
        else if (element.ValueSet is { } valueSet && run.IsMember(new CodedValue(null, text), valueSet) == Answer.No)
        {
            run.Sink.Report(LogicalIssues.Code, node, text, valueSet);
        }
    }

    /// <summary>Constraints name elements by their properties; one that a property is renamed of (json-name) is not found by its own name.</summary>
    private void Constraint(Node node, (string Key, string Human, FhirPathExpression? Expression) constraint)
    {
        if (constraint.Expression?.Evaluate(node, new EvaluationContext { Resource = root, RootResource = root }) is { IsCertain: true } result && result.ToBoolean() == false)
        {
            run.Sink.Report(LogicalIssues.Constraint, Severity.Error, node, null, constraint.Key, null, constraint.Key, constraint.Human);
        }
    }

    private static string Name(Node node) => node.Parent.Exists ? $"'{node.Name}'" : "The whole";
}
