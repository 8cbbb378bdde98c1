namespace FhirMsc.Fhir.Tests.Validation.Questionnaires;

public class QuestionnaireResponseRuleTests
{
    private const string Extension = "http://hl7.org/fhir/StructureDefinition/";

    [Theory]
    [InlineData("""{"linkId":"1","type":"string","required":true}""", """{"linkId":"1","answer":[{"valueString":"a"}]}""")]
    [InlineData("""{"linkId":"1","type":"integer","repeats":true}""", """{"linkId":"1","answer":[{"valueInteger":1},{"valueInteger":2}]}""")]
    [InlineData("""{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"1","type":"date"}]}""", """{"linkId":"g","item":[{"linkId":"1","answer":[{"valueDate":"2024-01"}]}]},{"linkId":"g","item":[{"linkId":"1"}]}""")]
    [InlineData("""{"linkId":"1","type":"open-choice","answerOption":[{"valueString":"a"}]}""", """{"linkId":"1","answer":[{"valueString":"own words"}]}""")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{"valueCoding":{"system":"http://example.org","code":"a"}}]}""", """{"linkId":"1","answer":[{"valueCoding":{"system":"http://example.org","code":"a","display":"A"}}]}""")]
    [InlineData("""{"linkId":"1","type":"boolean"},{"linkId":"2","type":"string","required":true,"enableWhen":[{"question":"1","operator":"=","answerBoolean":true}]}""", """{"linkId":"1","answer":[{"valueBoolean":false}]}""")]
    [InlineData("""{"linkId":"1","type":"string","item":[{"linkId":"2","type":"string"}]}""", """{"linkId":"1","answer":[{"valueString":"a","item":[{"linkId":"2","answer":[{"valueString":"b"}]}]}]}""")]
    public void Accepts(string items, string response) => Assert.Empty(Find(items, response));

    [Theory]
    [InlineData("""{"linkId":"1","type":"string"}""", """{"linkId":"2"}""", "response-unknown-link-id @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"g","type":"group","item":[{"linkId":"1","type":"string"}]}""", """{"linkId":"1"}""", "response-wrong-place @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"1","type":"string"},{"linkId":"2","type":"string"}""", """{"linkId":"2"},{"linkId":"1"}""", "response-order @ QuestionnaireResponse.item[1]")]
    [InlineData("""{"linkId":"1","type":"string","repeats":true}""", """{"linkId":"1"},{"linkId":"1"}""", "response-repeated-item @ QuestionnaireResponse.item[1]")]
    [InlineData("""{"linkId":"1","type":"string","required":true}""", """{"linkId":"1"}""", "response-required @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"g","type":"group","required":true,"item":[{"linkId":"1","type":"string"}]}""", """{"linkId":"g"}""", "response-empty-group @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"g","type":"group"}""", """{"linkId":"g","answer":[{"valueString":"a"}]}""", "response-no-answers @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"1","type":"display"}""", """{"linkId":"1","answer":[{"valueString":"a"}]}""", "response-no-answers @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"1","type":"string","item":[{"linkId":"2","type":"string"}]}""", """{"linkId":"1","item":[{"linkId":"2"}]}""", "response-items-in-question @ QuestionnaireResponse.item[0].item[0]")]
    [InlineData("""{"linkId":"1","type":"string"}""", """{"linkId":"1","answer":[{"valueString":"a"},{"valueString":"b"}]}""", "response-too-many-answers @ QuestionnaireResponse.item[0]")]
    [InlineData("""{"linkId":"1","type":"integer"}""", """{"linkId":"1","answer":[{"valueString":"a"}]}""", "response-answer-type @ QuestionnaireResponse.item[0].answer[0].valueString")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{"valueString":"a"}]}""", """{"linkId":"1","answer":[{"valueString":"b"}]}""", "response-not-an-option @ QuestionnaireResponse.item[0].answer[0].valueString")]
    [InlineData("""{"linkId":"1","type":"open-choice","answerOption":[{"valueCoding":{"code":"a"}}]}""", """{"linkId":"1","answer":[{"valueCoding":{"code":"b"}}]}""", "response-not-an-option @ QuestionnaireResponse.item[0].answer[0].valueCoding")]
    [InlineData("""{"linkId":"1","type":"boolean"},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"=","answerBoolean":true}]}""", """{"linkId":"1","answer":[{"valueBoolean":false}]},{"linkId":"2","answer":[{"valueString":"a"}]}""", "response-not-enabled @ QuestionnaireResponse.item[1]")]
    [InlineData("""{"linkId":"1","type":"string","text":"Name?"}""", """{"linkId":"1","text":"Age?"}""", "response-text @ QuestionnaireResponse.item[0].text")]
    [InlineData("""{"linkId":"1","type":"string","maxLength":2}""", """{"linkId":"1","answer":[{"valueString":"abc"}]}""", "response-limit @ QuestionnaireResponse.item[0].answer[0].valueString")]
    public void Rejects(string items, string response, string finding) => Assert.Equal([finding], Find(items, response));

    [Theory]
    [InlineData("minValue", "\"valueInteger\":5", "integer", "\"valueInteger\":4", "response-limit @ QuestionnaireResponse.item[0].answer[0].valueInteger")]
    [InlineData("maxValue", "\"valueDate\":\"2024-06\"", "date", "\"valueDate\":\"2024-07-01\"", "response-limit @ QuestionnaireResponse.item[0].answer[0].valueDate")]
    [InlineData("maxValue", "\"valueDecimal\":5", "decimal", "\"valueDecimal\":5.0", null)]
    [InlineData("minLength", "\"valueInteger\":3", "string", "\"valueString\":\"ab\"", "response-limit @ QuestionnaireResponse.item[0].answer[0].valueString")]
    [InlineData("regex", "\"valueString\":\"[0-9]+\"", "string", "\"valueString\":\"12a\"", "response-pattern @ QuestionnaireResponse.item[0].answer[0].valueString")]
    [InlineData("maxDecimalPlaces", "\"valueInteger\":2", "decimal", "\"valueDecimal\":1.666", "response-limit @ QuestionnaireResponse.item[0].answer[0].valueDecimal")]
    [InlineData("maxSize", "\"valueDecimal\":3", "attachment", "\"valueAttachment\":{\"contentType\":\"text/plain\",\"data\":\"aGVsbG8=\"}", "response-limit @ QuestionnaireResponse.item[0].answer[0]")]
    [InlineData("mimeType", "\"valueCode\":\"image/png\"", "attachment", "\"valueAttachment\":{\"contentType\":\"text/plain\",\"data\":\"aGVsbG8=\"}", "response-content-type @ QuestionnaireResponse.item[0].answer[0].valueAttachment")]
    [InlineData("questionnaire-referenceResource", "\"valueCode\":\"Patient\"", "reference", "\"valueReference\":{\"reference\":\"Group/1\"}", "response-reference-type @ QuestionnaireResponse.item[0].answer[0].valueReference")]
    [InlineData("questionnaire-unitOption", "\"valueCoding\":{\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg\"}", "quantity", "\"valueQuantity\":{\"value\":1,\"system\":\"http://unitsofmeasure.org\",\"code\":\"m\"}", "response-unit @ QuestionnaireResponse.item[0].answer[0].valueQuantity")]
    [InlineData("minValue", "\"valueQuantity\":{\"value\":1,\"unit\":\"Kg\"}", "quantity", "\"valueQuantity\":{\"value\":1,\"unit\":\"Kg\"}", "response-not-comparable @ QuestionnaireResponse.item[0].answer[0].valueQuantity")]
    public void Goes_by_limits_in_extensions(string name, string limit, string type, string answer, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], Find($$$"""{"linkId":"1","type":"{{{type}}}","extension":[{"url":"{{{Extension}}}{{{name}}}",{{{limit}}}}]}""", $$$"""{"linkId":"1","answer":[{{{{answer}}}}]}"""));

    [Fact]
    public void An_exclusive_option_stands_alone() =>
        Assert.Equal(
            ["response-exclusive @ QuestionnaireResponse.item[0].answer[0]"],
            Find($$"""{"linkId":"1","type":"choice","repeats":true,"answerOption":[{"valueString":"none","extension":[{"url":"{{Extension}}questionnaire-optionExclusive","valueBoolean":true}]},{"valueString":"a"}]}""", """{"linkId":"1","answer":[{"valueString":"none"},{"valueString":"a"}]}"""));

    [Theory]
    [InlineData("%resource.item.where(linkId = '1').answer.value = true", 1)]
    [InlineData("%resource.item.where(linkId = '1').answer.value = false", 0)]
    [InlineData("%other.item.exists()", 0)]
    public void A_condition_may_be_an_expression(string expression, int findings) =>
        Assert.Equal(
            findings,
            Find(
                $$$"""{"linkId":"1","type":"boolean"},{"linkId":"2","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression","valueExpression":{"language":"text/fhirpath","expression":"{{{expression}}}"} }]}""",
                """{"linkId":"1","answer":[{"valueBoolean":false}]},{"linkId":"2","answer":[{"valueString":"a"}]}""").Length);

    [Theory]
    [InlineData("in-progress", 0)]
    [InlineData("completed", 1)]
    public void Only_a_complete_response_must_have_all_answers(string status, int findings) =>
        Assert.Equal(findings, Find("""{"linkId":"1","type":"string","required":true}""", """{"linkId":"1"}""", status).Length);

    [Fact]
    public void Each_repetition_of_a_group_is_enabled_by_its_own_answers() =>
        Assert.Equal(
            ["response-not-enabled @ QuestionnaireResponse.item[1].item[1]"],
            Find(
                """{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"1","type":"boolean"},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"=","answerBoolean":true}]}]}""",
                """{"linkId":"g","item":[{"linkId":"1","answer":[{"valueBoolean":true}]},{"linkId":"2","answer":[{"valueString":"a"}]}]},{"linkId":"g","item":[{"linkId":"1","answer":[{"valueBoolean":false}]},{"linkId":"2","answer":[{"valueString":"a"}]}]}"""));

    [Fact]
    public void Says_that_it_could_not_check_without_the_questionnaire()
    {
        var response = """{"resourceType":"QuestionnaireResponse","questionnaire":"http://example.org/Questionnaire/other","status":"completed","item":[{"linkId":"1"}]}""";

        Assert.Equal(["response-no-questionnaire @ QuestionnaireResponse.questionnaire"], Findings.Of("response-", response));
        Assert.Equal(["response-wrong-target @ QuestionnaireResponse.questionnaire"], Findings.Of("response-", response, """{"resourceType":"Library","url":"http://example.org/Questionnaire/other"}"""));
    }

    [Fact]
    public void Says_that_the_response_is_older_than_the_questionnaire() =>
        Assert.Equal(
            ["response-out-of-period @ QuestionnaireResponse.authored"],
            Findings.Of(
                "response-",
                """{"resourceType":"QuestionnaireResponse","questionnaire":"http://example.org/Questionnaire/q|1","status":"completed","authored":"2023-01-01"}""",
                """{"resourceType":"Questionnaire","url":"http://example.org/Questionnaire/q","version":"1","status":"active","effectivePeriod":{"start":"2024"}}"""));

    private static string[] Find(string items, string response, string status = "completed") =>
        Findings.Of(
            "response-",
            $$"""{"resourceType":"QuestionnaireResponse","questionnaire":"http://example.org/Questionnaire/q","status":"{{status}}","item":[{{response}}]}""",
            $$"""{"resourceType":"Questionnaire","url":"http://example.org/Questionnaire/q","status":"active","item":[{{items}}]}""");
}
