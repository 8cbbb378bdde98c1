using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Logical;

/// <summary>One element of a logical model, with what the extensions for JSON say of it (package hl7.fhir.uv.tools: json-name, json-property-key, type-specifier, …).</summary>
internal sealed class LogicalElement
{
    private const string Tools = "http://hl7.org/fhir/tools/StructureDefinition/";

    /// <param name="definition">The element of the StructureDefinition.</param>
    public LogicalElement(Node definition)
    {
        Path = definition.Child("path").Text ?? string.Empty;
        Min = definition.Child("min").Text is { } min && int.TryParse(min, System.Globalization.CultureInfo.InvariantCulture, out var least) ? least : 0;
        IsList = definition.Child("max").Text is not (null or "0" or "1");
        Types = [.. definition.ChildrenNamed("type").Select(type => type.Child("code").Text).OfType<string>()];
        ContentReference = definition.Child("contentReference").Text;
        var name = Path[(Path.LastIndexOf('.') + 1)..];
        JsonName = Text(definition, "json-name") ?? name;
        KeyProperty = Text(definition, "json-property-key");
        Prefix = Text(definition, "implied-string-prefix");
        HasOptionalId = Text(definition, "id-expectation") == "optional";
        HasNamedElements = Text(definition, "extension-style") == "named-elements";
        ValueSet = definition.Child("binding") is { Exists: true } binding && binding.Child("strength").Text == "required" ? binding.Child("valueSet").Text : null;
        TypeSpecifiers = [.. definition.ChildrenNamed("extension").Where(extension => extension.Child("url").Text == Tools + "type-specifier").Select(Specifier)];
        Constraints = [.. definition.ChildrenNamed("constraint").Where(constraint => constraint.Child("severity").Text != "warning").Select(Constraint)];
    }

    /// <summary>Its path in the model.</summary>
    public string Path { get; }

    /// <summary>The name of its property.</summary>
    public string JsonName { get; }

    /// <summary>The least number.</summary>
    public int Min { get; }

    /// <summary>Whether it is an array.</summary>
    public bool IsList { get; }

    /// <summary>Codes or URLs of its types.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>The element whose content it has.</summary>
    public string? ContentReference { get; }

    /// <summary>The element in it that stands for the names of properties, if it is an object with any names.</summary>
    public string? KeyProperty { get; }

    /// <summary>What is to be thought in front of its value.</summary>
    public string? Prefix { get; }

    /// <summary>Whether a resource may be without id here.</summary>
    public bool HasOptionalId { get; }

    /// <summary>Whether extensions are properties by their names.</summary>
    public bool HasNamedElements { get; }

    /// <summary>The required value set.</summary>
    public string? ValueSet { get; }

    /// <summary>Conditions on the whole, and the type that the element has if one holds.</summary>
    public IReadOnlyList<(string Condition, string Type)> TypeSpecifiers { get; }

    /// <summary>Its constraints; those that do not compile are left out, as the definition's own check reports them.</summary>
    public IReadOnlyList<(string Key, string Human, FhirPathExpression? Expression)> Constraints { get; }

    /// <summary>The elements right below.</summary>
    public List<LogicalElement> Children { get; } = [];

    private static string? Text(Node definition, string name) => ChoiceValue.OfExtension(definition, Tools + name).Node.Text;

    private static (string Condition, string Type) Specifier(Node extension)
    {
        string? Part(string url) => ChoiceValue.OfExtension(extension, url).Node.Text;
        return (Part("condition") ?? "false", Part("type") ?? string.Empty);
    }

    private static (string Key, string Human, FhirPathExpression? Expression) Constraint(Node constraint) =>
        (constraint.Child("key").Text ?? string.Empty, constraint.Child("human").Text ?? string.Empty, constraint.Child("expression").Text is { } text ? FhirPathExpression.Compile(text).Expression : null);
}
