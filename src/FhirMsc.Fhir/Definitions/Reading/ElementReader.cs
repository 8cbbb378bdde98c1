using System.Text;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>One <c>snapshot.element</c> or <c>differential.element</c> → <see cref="ElementDefinition"/>. Properties have no fixed order, so each is kept as it comes.</summary>
internal sealed class ElementReader(DefinitionIssueSink sink)
{
    /// <summary>What R5 added to element definitions can stand in earlier releases as extensions of this name (R5, version management, cross-version extensions).</summary>
    private const string R5Element = "http://hl7.org/fhir/5.0/StructureDefinition/extension-ElementDefinition.";
    private const string NarrativeControl = "http://hl7.org/fhir/StructureDefinition/narrative-";
    private const string MinLength = "http://hl7.org/fhir/StructureDefinition/minLength";

    private readonly ElementTypeReader types = new(sink);
    private readonly BindingReader bindings = new(sink);

    public ElementDefinition? Read(Node node)
    {
        string? path = null, id = null;
        foreach (var child in node.Children)
        {
            path = child.Name == "path" ? child.Text : path;
            id = child.Name == "id" ? child.Text : id;
        }

        if (string.IsNullOrEmpty(path))
        {
            sink.Report(DefinitionIssues.Missing, node, "element", "path");
            return null;
        }

        var element = new ElementDefinition { Path = path, Id = id ?? path };
        List<TypeReference> typeList = [];
        List<ElementConstraint> constraints = [];
        List<string> conditions = [], alternatives = [], languages = [];
        foreach (var child in node.Children)
        {
            switch (child.Name)
            {
                case "type":
                    typeList.AddRange(types.Read(child));
                    break;
                case "constraint":
                    constraints.Add(Constraint(child));
                    break;
                case "condition" when child.Text is { } key:
                    conditions.Add(key);
                    break;
                case "valueAlternatives" when child.Text is { } url:
                    alternatives.Add(url);
                    break;
                case "extension" when ExtensionValues.Url(child) == R5Element + "valueAlternatives" && ExtensionValues.Value(child).Text is { } url:
                    alternatives.Add(url);
                    break;
                case "extension" when ExtensionValues.Url(child) == NarrativeControl + "language-control" && ExtensionValues.Value(child).Text is { } language:
                    languages.Add(language);
                    break;
                case "extension" when ExtensionValues.Url(child) == NarrativeControl + "source-control":
                    element = element with { NarrativeSource = ExtensionValues.Value(child).Text };
                    break;
                default:
                    element = Take(element, child);
                    break;
            }
        }

        return element with { Types = typeList, Constraints = constraints, Conditions = conditions, ValueAlternatives = alternatives, NarrativeLanguages = languages };
    }

    private ElementDefinition Take(ElementDefinition element, Node child) => child.Name switch
    {
        "sliceName" => element with { SliceName = child.Text },
        "sliceIsConstraining" => element with { SliceIsConstraining = child.Kind == NodeKind.True },
        "short" => element with { Short = child.Text },
        "min" => element with { StatedMin = sink.Count(child, "least number") },
        "max" => element with { StatedMax = sink.Count(child, "greatest number", star: true) },
        "base" => element with { Base = Base(child) },
        "contentReference" => element with { ContentReference = child.Text },
        "maxLength" => element with { MaxLength = sink.Count(child, "greatest length") },
        "isModifier" => element with { IsModifier = child.Kind == NodeKind.True },
        "mustSupport" => element with { MustSupport = child.Kind == NodeKind.True },
        "isSummary" => element with { IsSummary = child.Kind == NodeKind.True },
        "mustHaveValue" => element with { MustHaveValue = child.Kind == NodeKind.True },
        "representation" => element with { Representation = element.Representation | sink.Code(child, Codes.Representation, "a representation") },
        "extension" => ExtensionValues.Url(child) switch
        {
            R5Element + "mustHaveValue" => element with { MustHaveValue = ExtensionValues.Value(child) is { Exists: true, Kind: NodeKind.True } },
            MinLength when ExtensionValues.Value(child) is { Exists: true } length => element with { MinLength = sink.Count(length, "least length") },
            _ => element,
        },
        "binding" => element with { Binding = bindings.Read(child) },
        "slicing" => element with { Slicing = Slicing(child) },
        var name when Choice(name, "fixed") is { } type => element with { Fixed = Value(child, type) },
        var name when Choice(name, "pattern") is { } type => element with { Pattern = Value(child, type) },
        var name when Choice(name, "minValue") is { } type => element with { MinValue = Value(child, type) },
        var name when Choice(name, "maxValue") is { } type => element with { MaxValue = Value(child, type) },
        _ => element,
    };

    /// <summary>The type that the name of a choice ends with: <c>fixedCodeableConcept</c> → <c>CodeableConcept</c>, <c>fixedUri</c> → <c>uri</c>.</summary>
    private static string? Choice(string name, string choice)
    {
        if (name.Length <= choice.Length || !name.StartsWith(choice, StringComparison.Ordinal) || !char.IsAsciiLetterUpper(name[choice.Length]))
        {
            return null;
        }

        var primitive = char.ToLowerInvariant(name[choice.Length]) + name[(choice.Length + 1)..];
        return Codes.Primitives.Contains(primitive) ? primitive : name[choice.Length..];
    }

    private static ElementValue Value(Node node, string type) => new(type, Encoding.UTF8.GetString(JsonWriter.WriteElement(node)));

    private ElementBase Base(Node node)
    {
        var (min, max) = (node.Child("min"), node.Child("max"));
        return new ElementBase(
            node.Child("path") is { Exists: true } path ? path.Text ?? string.Empty : string.Empty,
            min.Exists ? sink.Count(min, "least number") ?? 0 : 0,
            max.Exists ? sink.Count(max, "greatest number", star: true) ?? int.MaxValue : int.MaxValue);
    }

    private ElementSlicing Slicing(Node node)
    {
        var rules = node.Child("rules");
        return new ElementSlicing
        {
            Rules = rules.Exists ? sink.Code(rules, Codes.Slicing, "the rules of a slicing") : SlicingRules.Open,
            IsOrdered = node.Child("ordered") is { Exists: true, Kind: NodeKind.True },
            Discriminators = [.. node.ChildrenNamed("discriminator").Select(Discriminator)],
        };
    }

    private SlicingDiscriminator Discriminator(Node node)
    {
        var (type, path) = (node.Child("type"), node.Child("path"));
        return new SlicingDiscriminator(type.Exists ? sink.Code(type, Codes.Discriminator, "the type of a discriminator") : DiscriminatorType.Value, path.Exists ? path.Text ?? "$this" : "$this");
    }

    private ElementConstraint Constraint(Node node)
    {
        string? key = null, human = null, expression = null, source = null;
        var severity = Severity.Error;
        var best = false;
        foreach (var child in node.Children)
        {
            switch (child.Name)
            {
                case "key": key = child.Text; break;
                case "human": human = child.Text; break;
                case "expression": expression = child.Text; break;
                case "source": source = child.Text; break;
                case "severity": severity = sink.Code(child, Codes.Severities, "the severity of a constraint") == Severity.Warning ? Severity.Warning : Severity.Error; break;
                case "extension": best |= ExtensionValues.Url(child) == "http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice" && ExtensionValues.Value(child) is { Exists: true, Kind: NodeKind.True }; break;
                default: break;
            }
        }

        if (key is null)
        {
            sink.Report(DefinitionIssues.Missing, node, "constraint", "key");
        }

        return new ElementConstraint { Key = key ?? string.Empty, Severity = severity, Human = human ?? string.Empty, Expression = expression, Source = source, IsBestPractice = best };
    }
}
