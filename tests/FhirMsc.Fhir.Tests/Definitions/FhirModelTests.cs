using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Definitions;

public class FhirModelTests
{
    public static TheoryData<string> Releases => [.. FhirRelease.All.Select(release => release.Name)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Every_type_can_be_walked_to_the_leaves(string name)
    {
        var model = FhirModel.For(FhirRelease.Find(name)!);
        var seen = new HashSet<TypeDefinition>();
        foreach (var kind in new[] { TypeKind.Primitive, TypeKind.Complex, TypeKind.Resource })
        {
            foreach (var typeName in model.TypeNames(kind))
            {
                Walk(model.FindType(typeName)!, seen);
            }
        }

        Assert.True(seen.Count > 650, $"{seen.Count} types");
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_choice_is_found_by_its_name_with_the_type(string name)
    {
        var observation = FhirModel.For(FhirRelease.Find(name)!).FindType("Observation")!;

        Assert.True(observation.TryFindChild("valueQuantity", out var element, out var type));
        Assert.Equal("Observation.value[x]", element.Path);
        Assert.Equal("value", element.Name);
        Assert.Equal("Quantity", type?.Name);
        Assert.Same(element, observation.FindElement("value"));
        Assert.False(observation.TryFindChild("value", out _, out _));
        Assert.False(observation.TryFindChild("valueAddress", out _, out _));
        Assert.False(observation.TryFindChild("no-such-element", out _, out _));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_content_reference_leads_to_the_type_it_names(string name)
    {
        var model = FhirModel.For(FhirRelease.Find(name)!);
        var item = model.FindType("Questionnaire.item")!;

        Assert.True(item.TryFindChild("item", out var element, out var type));
        Assert.NotNull(element.ContentReference);
        Assert.Same(item, type);
        Assert.Equal(TypeKind.Backbone, item.Kind);
    }

    [Theory]
    [InlineData("R4", "Patient", "Patient", TypeKind.Resource)]
    [InlineData("R4", "http://hl7.org/fhir/StructureDefinition/Patient", "Patient", TypeKind.Resource)]
    [InlineData("R4", "http://hl7.org/fhir/StructureDefinition/Patient|4.0.1", "Patient", TypeKind.Resource)]
    [InlineData("R4", "http://hl7.org/fhir/StructureDefinition/Patient|4.0", "Patient", TypeKind.Resource)]
    [InlineData("R4", "Observation.component", "Observation.component", TypeKind.Backbone)]
    [InlineData("R4", "Timing.repeat", "Timing.repeat", TypeKind.Backbone)]
    [InlineData("R4", "string", "string", TypeKind.Primitive)]
    [InlineData("R4", "xhtml", "xhtml", TypeKind.Primitive)]
    [InlineData("R4", "Element", "Element", TypeKind.Complex)]
    [InlineData("R4", "EffectEvidenceSynthesis", "EffectEvidenceSynthesis", TypeKind.Resource)]
    [InlineData("R4B", "Citation", "Citation", TypeKind.Resource)]
    [InlineData("R5", "ArtifactAssessment", "ArtifactAssessment", TypeKind.Resource)]
    [InlineData("R5", "integer64", "integer64", TypeKind.Primitive)]
    [InlineData("R5", "Base", "Base", TypeKind.Complex)]
    public void A_type_is_found_by_name_and_by_url(string release, string asked, string name, TypeKind kind)
    {
        var type = FhirModel.For(FhirRelease.Find(release)!).FindType(asked);

        Assert.Equal(name, type?.Name);
        Assert.Equal(kind, type?.Kind);
    }

    [Theory]
    [InlineData("R4", "Citation")]
    [InlineData("R4B", "EffectEvidenceSynthesis")]
    [InlineData("R4", "patient")]
    [InlineData("R4", "")]
    [InlineData("R4", "Patient.")]
    [InlineData("R4", "Patient.name")]
    [InlineData("R4", "vitalsigns")]
    [InlineData("R4", "http://hl7.org/fhir/StructureDefinition/Patient|4.3.0")]
    [InlineData("R4", "http://hl7.org/fhir/StructureDefinition/Patient|4.")]
    [InlineData("R4", "http://example.org/StructureDefinition/Patient")]
    public void What_the_release_does_not_define_is_not_found(string release, string asked) => Assert.Null(FhirModel.For(FhirRelease.Find(release)!).FindType(asked));

    [Theory]
    [InlineData("R4", "Patient", "DomainResource Resource")]
    [InlineData("R4", "Bundle", "Resource")]
    [InlineData("R4", "code", "string Element")]
    [InlineData("R4", "Age", "Quantity Element")]
    [InlineData("R4", "Observation.component", "BackboneElement Element")]
    [InlineData("R4", "Timing.repeat", "Element")]
    [InlineData("R5", "Patient", "DomainResource Resource Base")]
    [InlineData("R5", "PlanDefinition", "DomainResource Resource Base")]
    [InlineData("R5", "code", "string PrimitiveType DataType Element Base")]
    [InlineData("R5", "Timing", "BackboneType DataType Element Base")]
    public void A_type_knows_what_it_specializes(string release, string name, string bases)
    {
        var type = FhirModel.For(FhirRelease.Find(release)!).FindType(name)!;
        List<string> found = [];
        for (var at = type.Base; at is not null; at = at.Base)
        {
            found.Add(at.Name);
            Assert.True(type.IsSubtypeOf(at));
            Assert.False(at.IsSubtypeOf(type));
        }

        Assert.Equal(bases, string.Join(' ', found));
        Assert.True(type.IsSubtypeOf(type));
    }

    [Theory]
    [InlineData("boolean", SystemType.Boolean)]
    [InlineData("integer", SystemType.Integer)]
    [InlineData("positiveInt", SystemType.Integer)]
    [InlineData("unsignedInt", SystemType.Integer)]
    [InlineData("decimal", SystemType.Decimal)]
    [InlineData("date", SystemType.Date)]
    [InlineData("dateTime", SystemType.DateTime)]
    [InlineData("instant", SystemType.DateTime)]
    [InlineData("time", SystemType.Time)]
    [InlineData("code", SystemType.String)]
    [InlineData("canonical", SystemType.String)]
    [InlineData("base64Binary", SystemType.String)]
    [InlineData("xhtml", SystemType.String)]
    [InlineData("HumanName", SystemType.None)]
    public void A_primitive_has_the_system_type_of_its_value(string name, SystemType expected) =>
        Assert.All(FhirRelease.All, release => Assert.Equal(expected, FhirModel.For(release).FindType(name)!.SystemType));

    [Fact]
    public void A_primitive_has_id_and_extension_below_and_its_value_apart()
    {
        var code = FhirModel.For(FhirRelease.R4).FindType("code")!;

        Assert.Equal(["id", "extension"], code.Elements.Select(element => element.Name));
        Assert.Equal(@"[^\s]+(\s[^\s]+)*", code.ValueElement?.Types[0].Regex);
        Assert.False(code.TryFindChild("value", out _, out _));
    }

    [Theory]
    [InlineData("R4", "Patient", "id", "id")]
    [InlineData("R5", "Patient", "id", "id")]
    [InlineData("R4", "HumanName", "id", "string")]
    [InlineData("R4", "Extension", "url", "uri")]
    [InlineData("R4", "Patient", "contact", "Patient.contact")]
    [InlineData("R4", "Bundle.entry", "resource", "Resource")]
    [InlineData("R4", "Patient", "deceasedBoolean", "boolean")]
    [InlineData("R4", "Narrative", "div", "xhtml")]
    [InlineData("R4", "Observation.component", "referenceRange", "Observation.referenceRange")]
    [InlineData("R5", "Bundle.entry", "link", "Bundle.link")]
    [InlineData("R4", "Observation", "effectiveTiming", "Timing")]
    public void A_child_has_its_type(string release, string parent, string child, string expected)
    {
        Assert.True(FhirModel.For(FhirRelease.Find(release)!).FindType(parent)!.TryFindChild(child, out _, out var type));
        Assert.Equal(expected, type?.Name);
    }

    [Fact]
    public void Elements_stand_in_the_order_of_xml()
    {
        var elements = FhirModel.For(FhirRelease.R4).FindType("Quantity")!.Elements.Select(element => element.Name);

        Assert.Equal(["id", "extension", "value", "comparator", "unit", "system", "code"], elements);
    }

    [Fact]
    public async Task Threads_that_ask_at_once_get_one_object()
    {
        var model = new FhirModel(FhirRelease.R5, FhirMsc.Fhir.Definitions.Packing.DefinitionPack.Open(FhirRelease.R5));
        var names = model.TypeNames(TypeKind.Resource).ToList();
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => names.ConvertAll(name => model.FindType(name)!))));

        Assert.All(found, types => Assert.True(types.Zip(found[0]).All(pair => ReferenceEquals(pair.First, pair.Second))));
    }

    [Theory]
    [InlineData("R4", 148, 20)]
    [InlineData("R4B", 143, 20)]
    [InlineData("R5", 162, 21)]
    public void The_release_lists_its_types(string release, int resources, int primitives)
    {
        var model = FhirModel.For(FhirRelease.Find(release)!);

        Assert.Equal(resources, model.TypeNames(TypeKind.Resource).Count());
        Assert.Equal(primitives, model.TypeNames(TypeKind.Primitive).Count());
        Assert.All(model.Structures, summary =>
        {
            var structure = model.FindStructure(summary.Url)!;
            Assert.Equal(summary, new StructureSummary(structure.Url, structure.Version ?? string.Empty, structure.Name, structure.Kind, structure.Derivation, structure.Type, structure.IsAbstract));
        });
    }

    private static void Walk(TypeDefinition type, HashSet<TypeDefinition> seen)
    {
        if (!seen.Add(type))
        {
            return;
        }

        foreach (var element in type.Elements)
        {
            var types = type.TypesOf(element);
            Assert.NotEmpty(types);
            foreach (var below in types)
            {
                Assert.True(below is not null, $"{element.Path} has a type that is not defined");
                Walk(below, seen);
            }
        }
    }
}
