using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary><c>ElementDefinition.binding</c> → <see cref="ElementBinding"/>.</summary>
internal sealed class BindingReader(DefinitionIssueSink sink)
{
    private const string MaxValueSet = "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet";
    private const string MinValueSet = "http://hl7.org/fhir/StructureDefinition/elementdefinition-minValueSet";

    /// <summary>R4 and R4B state additional bindings by extension; it has been published under both URLs.</summary>
    private static readonly string[] AdditionalUrls =
        ["http://hl7.org/fhir/StructureDefinition/additional-binding", "http://hl7.org/fhir/tools/StructureDefinition/additional-binding"];

    public ElementBinding? Read(Node node)
    {
        BindingStrength? strength = null;
        string? valueSet = null;
        List<AdditionalBinding> additional = [];
        foreach (var child in node.Children)
        {
            switch (child.Name)
            {
                case "strength": strength = sink.Code(child, Codes.Strength, "the strength of a binding"); break;
                case "valueSet": valueSet = child.Text; break;
                case "additional": additional.AddRange(Additional(child.Children, child)); break;
                case "extension" when AdditionalUrls.Contains(ExtensionValues.Url(child)): additional.AddRange(Additional(child.Children, child)); break;
                default: break;
            }
        }

        if (strength is null)
        {
            sink.Report(DefinitionIssues.Missing, node, "binding", "strength");
            return null;
        }

        return new ElementBinding
        {
            Strength = strength.Value,
            ValueSet = valueSet,
            MaxValueSet = ExtensionValues.Text(node, MaxValueSet),
            MinValueSet = ExtensionValues.Text(node, MinValueSet),
            Additional = additional,
        };
    }

    /// <summary>Both forms hold the same parts: as elements in R5, as extensions named after them before.</summary>
    private IEnumerable<AdditionalBinding> Additional(NodeChildren parts, Node binding)
    {
        string? purpose = null, valueSet = null;
        bool usage = false, any = false;
        foreach (var part in parts)
        {
            var (name, value) = part.Name == "extension" ? (ExtensionValues.Url(part), ExtensionValues.Value(part)) : (part.Name, part);
            switch (name)
            {
                case "purpose" when value.Exists: purpose = value.Text; break;
                case "valueSet" when value.Exists: valueSet = value.Text; break;
                case "usage": usage = true; break;
                case "any" when value.Exists: any = value.Kind == NodeKind.True; break;
                default: break;
            }
        }

        if (purpose is null || valueSet is null)
        {
            sink.Report(DefinitionIssues.Missing, binding, "additional binding", purpose is null ? "purpose" : "valueSet");
            yield break;
        }

        yield return new AdditionalBinding(purpose, valueSet, usage, any);
    }
}
