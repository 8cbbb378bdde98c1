using System.Text;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Releases.R5;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Tests.Artifacts.Releases.R5;

public class R5FormsTests
{
    private static readonly Origin Somewhere = new("a", new SourcePosition("c.yaml", 1, 1));

    [Theory]
    [InlineData(MappingEquivalence.Equivalent, "equivalent")]
    [InlineData(MappingEquivalence.Wider, "source-is-narrower-than-target")]
    [InlineData(MappingEquivalence.Narrower, "source-is-broader-than-target")]
    [InlineData(MappingEquivalence.Inexact, "related-to")]
    public void Equivalences_of_R4_are_relationships(MappingEquivalence equivalence, string relationship) => Assert.Equal(
        $$"""{"code":"s","display":"S","target":[{"code":"t","relationship":"{{relationship}}"}]}""",
        Written(new Mapping { Origin = Somewhere, Equivalence = equivalence, Code = "t" }));

    [Fact]
    public void What_corresponds_to_nothing_is_said_to_have_no_map() => Assert.Equal(
        """{"code":"s","display":"S","noMap":true}""",
        Written(new Mapping { Origin = Somewhere, Equivalence = MappingEquivalence.Unmatched }));

    private static string Written(Mapping mapping) =>
        Encoding.UTF8.GetString(ElementWriter.Write("Type", new R5Forms().MapElement(new MappedConcept("s", "S", [mapping], Somewhere))).Json.Span);
}
