namespace FhirMsc.Fhir.Tests.Validation.Questionnaires;

public class QuestionnaireRuleTests
{
    [Theory]
    [InlineData("""{"linkId":"1","type":"boolean"},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"=","answerBoolean":true}]}""")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{"valueString":"a"},{"valueString":"b"}],"initial":[{"valueString":"b"}]}""")]
    [InlineData("""{"linkId":"1","type":"decimal"},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":">","answerInteger":1}]}""")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{},{"id":"x"}]},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"=","answerString":"a"}]}""")]
    public void Accepts(string items) => Assert.Empty(Find(items));

    [Theory]
    [InlineData("""{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"exists","answerBoolean":true}]}""", "questionnaire-enable-when-target @ Questionnaire.item[0].enableWhen[0].question")]
    [InlineData("""{"linkId":"1","type":"string","enableWhen":[{"question":"1","operator":"exists","answerBoolean":true}]}""", "questionnaire-enable-when-inside @ Questionnaire.item[0]")]
    [InlineData("""{"linkId":"1","type":"group","enableWhen":[{"question":"2","operator":"exists","answerBoolean":true}],"item":[{"linkId":"2","type":"string"}]}""", "questionnaire-enable-when-inside @ Questionnaire.item[0]")]
    [InlineData("""{"linkId":"1","type":"display"},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"exists","answerBoolean":true}]}""", "questionnaire-enable-when-no-question @ Questionnaire.item[1].enableWhen[0].question")]
    [InlineData("""{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"exists","answerBoolean":true}]},{"linkId":"1","type":"string"}""", "questionnaire-enable-when-later @ Questionnaire.item[0].enableWhen[0]")]
    [InlineData("""{"linkId":"1","type":"boolean"},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"=","answerString":"yes"}]}""", "questionnaire-enable-when-type @ Questionnaire.item[1].enableWhen[0].answerString")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{"valueString":"a"}]},{"linkId":"2","type":"string","enableWhen":[{"question":"1","operator":"=","answerString":"b"}]}""", "questionnaire-enable-when-option @ Questionnaire.item[1].enableWhen[0].answerString")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{"valueString":"a"},{"valueString":"a"}]}""", "questionnaire-duplicate-option @ Questionnaire.item[0].answerOption[1]")]
    [InlineData("""{"linkId":"1","type":"integer","initial":[{"valueString":"b"}]}""", "questionnaire-initial-type @ Questionnaire.item[0].initial[0].valueString")]
    [InlineData("""{"linkId":"1","type":"choice","answerOption":[{"valueString":"a"}],"initial":[{"valueString":"b"}]}""", "questionnaire-initial-option @ Questionnaire.item[0].initial[0].valueString")]
    [InlineData("""{"linkId":"1","type":"choice","answerValueSet":"#x"}""", "questionnaire-contained-value-set @ Questionnaire.item[0].answerValueSet")]
    public void Rejects(string items, string finding) => Assert.Equal([finding], Find(items));

    private static string[] Find(string items) => Findings.Of("questionnaire-", $$"""{"resourceType":"Questionnaire","status":"active","item":[{{items}}]}""");
}
