using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.Terminology;

public class ExpansionTests
{
    private const string System = """
        {"resourceType":"CodeSystem","url":"http://cs","version":"1","content":"complete","property":[{"code":"np","uri":"http://hl7.org/fhir/concept-properties#notSelectable"}],
         "concept":[
          {"code":"a","display":"A","property":[{"code":"np","valueBoolean":true}],"concept":[{"code":"a1","display":"A one","concept":[{"code":"a11"}]},{"code":"a2","property":[{"code":"status","valueCode":"retired"}]}]},
          {"code":"b","property":[{"code":"colour","valueString":"red"},{"code":"child","valueCode":"a2"}]},
          {"code":"c","property":[{"code":"parent","valueCode":"b"},{"code":"colour","valueString":"blue"}]}]}
        """;

    [Theory]
    [InlineData("""{"include":[{"system":"http://cs"}]}""", "a a1 a11 a2 b c")]
    [InlineData("""{"inactive":false,"include":[{"system":"http://cs"}]}""", "a a1 a11 b c")]
    [InlineData("""{"include":[{"system":"http://cs","concept":[{"code":"c"},{"code":"a"}]}]}""", "c a")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"is-a","value":"a"}]}]}""", "a a1 a11 a2")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"descendent-of","value":"a"}]}]}""", "a1 a11 a2")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"is-not-a","value":"a"}]}]}""", "b c")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"descendent-of","value":"b"}]}]}""", "a2 c")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"colour","op":"=","value":"red"}]}]}""", "b")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"colour","op":"in","value":"red, blue"}]}]}""", "b c")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"colour","op":"not-in","value":"red"}]}]}""", "a a1 a11 a2 c")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"colour","op":"exists","value":"true"},{"property":"concept","op":"is-a","value":"b"}]}]}""", "b c")]
    [InlineData("""{"include":[{"system":"http://cs"}],"exclude":[{"system":"http://cs","concept":[{"code":"a"}]},{"system":"http://cs","filter":[{"property":"concept","op":"is-a","value":"b"}]}]}""", "a1 a11")]
    [InlineData("""{"include":[{"valueSet":["http://vs/ab"]}]}""", "a b")]
    [InlineData("""{"include":[{"valueSet":["http://vs/ab","http://vs/bc"]}]}""", "b")]
    [InlineData("""{"include":[{"valueSet":["http://vs/ab"]},{"valueSet":["http://vs/bc"]}]}""", "a b c")]
    [InlineData("""{"include":[{"system":"http://cs","valueSet":["http://vs/bc"],"filter":[{"property":"colour","op":"=","value":"blue"}]}]}""", "c")]
    [InlineData("""{"include":[{"system":"http://elsewhere","concept":[{"code":"x"}]}]}""", "x")]
    [InlineData("""{"include":[{"system":"http://cs","concept":[{"code":"b"}]}],"exclude":[{"system":"http://elsewhere"}]}""", "b")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"regex","value":"a.*|b"}]}]}""", "a a1 a11 a2 b")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"display","op":"regex","value":"^A.*$"}]}]}""", "a a1")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"generalizes","value":"a2"}]}]}""", "a a2 b")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"child-of","value":"a"}]}]}""", "a1 a2")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"descendent-leaf","value":"a"}]}]}""", "a11 a2")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"status","op":"=","value":"retired"}]}]}""", "a2")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"inactive","op":"=","value":"false"},{"property":"notSelectable","op":"=","value":"false"}]}]}""", "a1 a11 b c")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"parent","op":"=","value":"b"}]}]}""", "a2 c")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"child","op":"exists","value":"true"}]}]}""", "a a1 b")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"code","op":"in","value":"a,c"}]}]}""", "a c")]
    [InlineData("""{"include":[{"system":"http://elsewhere","valueSet":["http://vs/ab"]}]}""", "")]
    [InlineData("""{"include":[{"valueSet":["http://vs/unknown","http://vs/ab"]},{"system":"http://cs","concept":[{"code":"a"},{"code":"b"}]}]}""", "a b")]
    public void Lists_what_the_composition_says(string compose, string codes)
    {
        var expansion = Expand(compose);

        Assert.True(expansion.IsComplete);
        Assert.Equal(codes, string.Join(' ', expansion.Codes.Select(code => code.Code)));
    }

    [Theory]
    [InlineData("""{"include":[{"system":"http://elsewhere"}]}""", "")]
    [InlineData("""{"include":[{"system":"http://fragment"}]}""", "f")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"regex","value":"(?=a)a.*"}]}]}""", "")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"regex","value":"a1"}]}]}""", "a1")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"concept","op":"is-a","value":"nowhere"}]}]}""", "")]
    [InlineData("""{"include":[{"system":"http://cs","filter":[{"property":"size","op":"=","value":"1"}]}]}""", "")]
    [InlineData("""{"include":[{"valueSet":["http://vs/unknown"]}]}""", "")]
    [InlineData("""{"include":[{"valueSet":["http://vs/circle"]}]}""", "")]
    [InlineData("""{"include":[{"system":"http://elsewhere"},{"system":"http://cs","concept":[{"code":"b"}]}]}""", "b")]
    [InlineData("""{"include":[{"system":"http://cs","concept":[{"code":"b"}]},{"system":"http://other","concept":[{"code":"o"}]}],"exclude":[{"system":"http://cs","filter":[{"property":"size","op":"=","value":"1"}]}]}""", "o")]
    [InlineData("""{"include":[{"system":"http://cs","concept":[{"code":"b"}]}],"exclude":[{"valueSet":["http://vs/unknown"]}]}""", "")]
    public void What_cannot_be_told_is_not_guessed(string compose, string codes)
    {
        var expansion = Expand(compose);

        Assert.False(expansion.IsComplete);
        Assert.Equal(codes, string.Join(' ', expansion.Codes.Select(code => code.Code)));
    }

    [Fact]
    public void Abstract_and_inactive_codes_are_marked()
    {
        var codes = Expand("""{"include":[{"system":"http://cs"}]}""").Codes.ToDictionary(code => code.Code);

        Assert.Equal((true, false, "A"), (codes["a"].IsAbstract, codes["a"].IsInactive, codes["a"].Display));
        Assert.Equal((false, true), (codes["a2"].IsAbstract, codes["a2"].IsInactive));
    }

    [Theory]
    [InlineData("""{"total":1,"contains":[{"system":"s","code":"a"}]}""", true)]
    [InlineData("""{"contains":[{"system":"s","code":"a","contains":[{"system":"s","code":"b"}]}]}""", true)]
    [InlineData("""{"total":5,"contains":[{"system":"s","code":"a"}]}""", false)]
    [InlineData("""{"parameter":[{"name":"filter","valueString":"x"}],"contains":[{"system":"s","code":"a"}]}""", false)]
    [InlineData("""{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/valueset-toocostly","valueBoolean":true}],"contains":[{"system":"s","code":"a"}]}""", false)]
    [InlineData("""{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/valueset-unclosed","valueBoolean":true}],"contains":[{"system":"s","code":"a"}]}""", false)]
    [InlineData("""{"parameter":[{"name":"limitedExpansion","valueBoolean":true}],"contains":[{"system":"s","code":"a"}]}""", false)]
    public void An_expansion_that_came_with_the_value_set_says_whether_it_is_whole(string expansion, bool complete) =>
        Assert.Equal(complete, ReadValueSet($$"""{"resourceType":"ValueSet","url":"http://vs/x","expansion":{{expansion}}}""").Expansion!.IsComplete);

    private static ValueSetExpansion Expand(string compose)
    {
        var source = new Source(
            [
                ReadValueSet("""{"resourceType":"ValueSet","url":"http://vs/ab","compose":{"include":[{"system":"http://cs","concept":[{"code":"a"},{"code":"b"}]}]}}"""),
                ReadValueSet("""{"resourceType":"ValueSet","url":"http://vs/bc","compose":{"include":[{"system":"http://cs","concept":[{"code":"b"},{"code":"c"}]}]}}"""),
                ReadValueSet("""{"resourceType":"ValueSet","url":"http://vs/circle","compose":{"include":[{"valueSet":["http://vs/circle"]}]}}"""),
            ],
            [ReadCodeSystem(System), ReadCodeSystem("""{"resourceType":"CodeSystem","url":"http://fragment","content":"fragment","concept":[{"code":"f"}]}""")]);
        return new LocalTerminology(source).Expand(ReadValueSet($$"""{"resourceType":"ValueSet","url":"http://vs/asked","compose":{{compose}}}"""));
    }

    private static ValueSetDefinition ReadValueSet(string json)
    {
        List<Issue> issues = [];
        var read = ValueSetDefinition.Read(JsonParser.Parse(json).Tree!.Root, issues);
        Assert.Empty(issues);
        return read!;
    }

    private static CodeSystemDefinition ReadCodeSystem(string json)
    {
        List<Issue> issues = [];
        var read = CodeSystemDefinition.Read(JsonParser.Parse(json).Tree!.Root, issues);
        Assert.Empty(issues);
        return read!;
    }

    private sealed class Source(List<ValueSetDefinition> valueSets, List<CodeSystemDefinition> codeSystems) : IDefinitionSource
    {
        public StructureDefinition? FindStructure(string canonical) => null;

        public ValueSetDefinition? FindValueSet(string canonical) => valueSets.Find(valueSet => valueSet.Url == canonical);

        public CodeSystemDefinition? FindCodeSystem(string canonical) => codeSystems.Find(system => system.Url == canonical);
    }
}
