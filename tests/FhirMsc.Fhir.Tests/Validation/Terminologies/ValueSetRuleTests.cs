using FhirMsc.Fhir.Validation.Terminologies;

namespace FhirMsc.Fhir.Tests.Validation.Terminologies;

public class ValueSetRuleTests
{
    private const string System = """
        {"resourceType":"CodeSystem","url":"http://example.org/cs","status":"active","content":"complete","property":[{"code":"kind","type":"Coding"},{"code":"rank","type":"integer"}],"concept":[{"code":"a"},{"code":"b"}]}
        """;

    [Theory]
    [InlineData(""" "system":"http://example.org/cs","concept":[{"code":"a"},{"code":"b"}] """)]
    [InlineData(""" "system":"http://example.org/unknown","concept":[{"code":"x"}] """)]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"kind","op":"=","value":"http://example.org/cs#a"},{"property":"rank","op":"=","value":"2"},{"property":"code","op":"regex","value":"a|b"}] """)]
    [InlineData(""" "system":"http://snomed.info/sct","filter":[{"property":"constraint","op":"=","value":"<< 404684003 |Clinical finding| : 363698007 = << 39057004"}] """)]
    public void Accepts(string include) => Assert.Empty(Find(include));

    [Theory]
    [InlineData(""" "system":"#cs" """, "valueset-relative-system @ ValueSet.compose.include[0]")]
    [InlineData(""" "system":"http://example.org/cs","concept":[{"code":"z"}] """, "valueset-unknown-code @ ValueSet.compose.include[0].concept[0]")]
    [InlineData(""" "system":"http://snomed.info/sct","concept":[{"code":"2"}] """, "valueset-unknown-code @ ValueSet.compose.include[0].concept[0]")]
    [InlineData(""" "system":"http://example.org/cs","concept":[{"code":"a"},{"code":"a"}] """, "valueset-duplicate-code @ ValueSet.compose.include[0].concept[1]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"concept","op":"is-a","value":"z"}] """, "valueset-filter-code @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"kind","op":"=","value":"a"}] """, "valueset-filter-value @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"kind","op":"=","value":"http://example.org/cs#z"}] """, "valueset-filter-code @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"rank","op":"=","value":"high"}] """, "valueset-filter-value @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"inactive","op":"=","value":"1"}] """, "valueset-filter-value @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"rank","op":"exists","value":"yes"}] """, "valueset-filter-value @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://example.org/cs","filter":[{"property":"code","op":"regex","value":"(a"}] """, "valueset-filter-regex @ ValueSet.compose.include[0].filter[0]")]
    [InlineData(""" "system":"http://snomed.info/sct","filter":[{"property":"constraint","op":"=","value":"234234009 << 234234009"}] """, "valueset-filter-constraint @ ValueSet.compose.include[0].filter[0]")]
    public void Rejects(string include, string finding) => Assert.Equal([finding], Find(include));

    [Theory]
    [InlineData("404684003", true)]
    [InlineData("404684004", false)]
    [InlineData("1", false)]
    [InlineData("0404684003", false)]
    [InlineData("999999990989121104", true)]
    [InlineData("900000000000207008", true)]
    [InlineData("128045006:{363698007=56459004}", true)]
    public void Knows_the_form_of_a_snomed_code(string code, bool mayBe) => Assert.Equal(mayBe, SnomedId.MayBe(code));

    [Theory]
    [InlineData("404684003")]
    [InlineData("<< 404684003 |Clinical finding|")]
    [InlineData("< 19829001 OR < 301867009 MINUS ^ 700043003")]
    [InlineData("(<< 404684003 AND ^ 723264001)")]
    [InlineData("< 404684003: {363698007 = << 39057004, 116676008 = << 415582006}, [1..3] 127489000 = < 105590001")]
    [InlineData("< 27658006: 1142135004 >= #250")]
    [InlineData("*")]
    [InlineData("<< 64572001 {{ term = \"heart\" }}")]
    public void Reads_expression_constraints(string text) => Assert.Null(ExpressionConstraint.Fault(text));

    [Theory]
    [InlineData("234234 << 234234")]
    [InlineData("<< something")]
    [InlineData("(<< 404684003")]
    [InlineData("<< 404684003:")]
    [InlineData("<< 404684003: 363698007")]
    [InlineData("12345")]
    [InlineData("")]
    public void Refuses_what_is_none(string text) => Assert.NotNull(ExpressionConstraint.Fault(text));

    private static string[] Find(string include) => Findings.Of("valueset-", $$$"""{"resourceType":"ValueSet","status":"active","compose":{"include":[{ {{{include}}} }]}}""", System);
}
