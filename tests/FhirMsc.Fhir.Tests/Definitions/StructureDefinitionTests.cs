using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Definitions.Packing;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Definitions;

public class StructureDefinitionTests
{
    /// <summary>A profile that uses every part that is kept.</summary>
    private const string Profile = """
        {
          "resourceType": "StructureDefinition",
          "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile", "valueCanonical": "http://example.org/imposed|2" }],
          "url": "http://example.org/profile", "version": "1.0", "name": "Sample", "status": "draft", "fhirVersion": "4.0.1",
          "kind": "resource", "abstract": false, "type": "Observation", "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Observation", "derivation": "constraint",
          "context": [{ "type": "element", "expression": "Patient" }],
          "contextInvariant": ["%resource.exists()"],
          "snapshot": { "element": [
            { "id": "Observation", "path": "Observation", "min": 0, "max": "*", "base": { "path": "Observation", "min": 0, "max": "*" },
              "constraint": [{ "key": "x-1", "severity": "warning", "human": "words", "expression": "true", "source": "http://example.org/profile",
                "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice", "valueBoolean": true }] }] },
            { "id": "Observation.category", "path": "Observation.category", "min": 2, "max": "7", "base": { "path": "Observation.category", "min": 0, "max": "*" },
              "slicing": { "discriminator": [{ "type": "value", "path": "coding.code" }, { "type": "pattern", "path": "$this" }], "ordered": true, "rules": "openAtEnd" },
              "type": [{ "code": "CodeableConcept" }], "mustSupport": true, "isSummary": true, "condition": ["x-1", "x-2"],
              "binding": { "strength": "preferred", "valueSet": "http://example.org/vs|1",
                "extension": [
                  { "url": "http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet", "valueCanonical": "http://example.org/max" },
                  { "url": "http://hl7.org/fhir/StructureDefinition/elementdefinition-minValueSet", "valueCanonical": "http://example.org/min" },
                  { "url": "http://hl7.org/fhir/tools/StructureDefinition/additional-binding", "extension": [
                    { "url": "purpose", "valueCode": "required" }, { "url": "valueSet", "valueCanonical": "http://example.org/more" }, { "url": "any", "valueBoolean": true }] }],
                "additional": [{ "purpose": "ui", "valueSet": "http://example.org/ui", "usage": [{ "code": { "code": "x" } }] }] } },
            { "id": "Observation.category:lab", "path": "Observation.category", "sliceName": "lab", "sliceIsConstraining": true, "min": 0, "max": "1",
              "type": [{ "code": "CodeableConcept" }], "patternCodeableConcept": { "coding": [{ "system": "http://example.org/cs", "code": "lab" }] } },
            { "id": "Observation.category:lab.coding", "path": "Observation.category.coding", "min": 1, "max": "*", "type": [{ "code": "Coding" }] },
            { "id": "Observation.subject", "path": "Observation.subject", "min": 1, "max": "1", "isModifier": true,
              "type": [{ "code": "Reference", "profile": ["http://example.org/ref"], "targetProfile": ["http://hl7.org/fhir/StructureDefinition/Patient", "http://hl7.org/fhir/StructureDefinition/Group"],
                "aggregation": ["contained", "bundled"], "versioning": "specific" }] },
            { "id": "Observation.value[x]", "path": "Observation.value[x]", "min": 0, "max": "1", "type": [{ "code": "string" }, { "code": "integer" }], "maxLength": 12,
              "minValueInteger": -5, "maxValueInteger": 5, "mustHaveValue": true, "valueAlternatives": ["http://example.org/ext"], "representation": ["xmlAttr", "typeAttr"], "short": "words" },
            { "id": "Observation.status", "path": "Observation.status", "min": 1, "max": "1", "fixedCode": "final", "_fixedCode": { "id": "a" },
              "type": [{ "code": "http://hl7.org/fhirpath/System.String", "extension": [
                { "url": "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type", "valueUrl": "code" }, { "url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "[a-z]*" }] }] },
            { "id": "odd-id", "path": "Observation.component", "min": 0, "max": "0", "contentReference": "#Observation.component" }
          ] },
          "differential": { "element": [{ "id": "Observation.status", "path": "Observation.status" }] }
        }
        """;

    [Fact]
    public void Every_part_is_read()
    {
        var structure = Read(Profile);
        var elements = structure.Snapshot!.ToDictionary(element => element.Id);
        var category = elements["Observation.category"];
        var status = elements["Observation.status"];
        var value = elements["Observation.value[x]"];

        Assert.Equal(["http://example.org/imposed|2"], structure.ImposedProfiles);
        Assert.Equal([new ExtensionContext("element", "Patient")], structure.Contexts);
        Assert.Equal(["%resource.exists()"], structure.ContextInvariants);
        Assert.True(structure is { IsProfile: true, IsExtension: false, Name: "Sample", Status: "draft", FhirVersion: "4.0.1" });
        Assert.Equal((2, 7), (category.Min, category.Max));
        Assert.Equal(["x-1", "x-2"], category.Conditions);
        Assert.True(category.Slicing is { IsOrdered: true, Rules: SlicingRules.OpenAtEnd });
        Assert.Equal([new(DiscriminatorType.Value, "coding.code"), new(DiscriminatorType.Pattern, "$this")], category.Slicing!.Discriminators);
        Assert.True(category.Binding is { Strength: BindingStrength.Preferred, ValueSet: "http://example.org/vs|1", MaxValueSet: "http://example.org/max", MinValueSet: "http://example.org/min" });
        Assert.Equal([new("required", "http://example.org/more", false, true), new("ui", "http://example.org/ui", true, false)], category.Binding!.Additional);
        Assert.Equal("lab", elements["Observation.category:lab"].Pattern!.Node.Child("coding").Child("code").Text);
        Assert.True(elements["Observation.category:lab"] is { SliceIsConstraining: true, SliceName: "lab" });
        Assert.Equal(AggregationModes.Contained | AggregationModes.Bundled, elements["Observation.subject"].Types[0].Aggregation);
        Assert.Equal(ReferenceVersioning.Specific, elements["Observation.subject"].Types[0].Versioning);
        Assert.Equal(("code", "[a-z]*", true), (status.Types[0].TypeName, status.Types[0].Regex, status.Types[0].IsSystemType));
        Assert.Equal(("code", "final", "a"), (status.Fixed!.TypeName, status.Fixed.Node.Text, status.Fixed.Node.Child("id").Text));
        Assert.Equal(("-5", "5", 12), (value.MinValue!.Node.Text, value.MaxValue!.Node.Text, value.MaxLength));
        Assert.True(value is { IsChoice: true, Name: "value", MustHaveValue: true, Short: "words", Representation: Representations.XmlAttribute | Representations.TypeAttribute });
        Assert.Equal(["http://example.org/ext"], value.ValueAlternatives);
        Assert.True(structure.Snapshot![0].Constraints[0] is { IsBestPractice: true, Severity: Severity.Warning, Key: "x-1" });
        Assert.Equal((null, null), (structure.Differential![0].StatedMin, structure.Differential[0].StatedMax));
        Assert.Equal((0, int.MaxValue), (structure.Differential[0].Min, structure.Differential[0].Max));
    }

    [Fact]
    public void A_pack_gives_back_what_went_in()
    {
        var structure = Read(Profile);
        var file = PackWriter.Write(PackLayout.Arrange([structure], [], []));
        var back = new DefinitionPack(file).FindStructure("http://example.org/profile|1.0")!;

        Assert.Equal(Print(structure), Print(back));
        Assert.Equal(file, PackWriter.Write(PackLayout.Arrange([back], [], [])));
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""", "definition-wrong-resource")]
    [InlineData("""{"resourceType":"StructureDefinition","kind":"resource","type":"X"}""", "definition-missing")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"thing"}""", "definition-unknown-code")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"path":"X","min":-1}]}}""", "definition-cardinality")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"path":"X","max":"many"}]}}""", "definition-cardinality")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"id":"X"}]}}""", "definition-missing")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"path":"X","type":[{"profile":["p"]}]}]}}""", "definition-missing")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"path":"X","binding":{"valueSet":"v"}}]}}""", "definition-missing")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"path":"X","slicing":{"rules":"shut"}}]}}""", "definition-unknown-code")]
    [InlineData("""{"resourceType":"StructureDefinition","url":"u","type":"X","kind":"resource","snapshot":{"element":[{"path":"X","constraint":[{"human":"no key"}]}]}}""", "definition-missing")]
    public void What_is_wrong_is_reported(string json, string code)
    {
        List<Issue> issues = [];
        _ = StructureDefinition.Read(JsonParser.Parse(json).Tree!.Root, issues);

        Assert.Contains(issues, issue => issue.Kind.Id == code && issue.Position is not null);
    }

    private static StructureDefinition Read(string json)
    {
        var parsed = JsonParser.Parse(json);
        Assert.Empty(parsed.Issues);
        List<Issue> issues = [];
        var structure = StructureDefinition.Read(parsed.Tree!.Root, issues);
        Assert.Empty(issues);
        return structure!;
    }

    /// <summary>Everything in a structure, as text: records print their members, lists and values are printed here.</summary>
    private static string Print(object? value) => value switch
    {
        null => "null",
        string text => text,
        ElementValue v => $"{v.TypeName} {v.Json}",
        System.Collections.IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Print))}]",
        _ when value.GetType().Namespace!.StartsWith("FhirMsc", StringComparison.Ordinal) && value.GetType().IsClass =>
            $"{value.GetType().Name}({string.Join("; ", value.GetType().GetProperties().Select(p => $"{p.Name}={Print(p.GetValue(value))}"))})",
        _ => $"{value}",
    };
}
