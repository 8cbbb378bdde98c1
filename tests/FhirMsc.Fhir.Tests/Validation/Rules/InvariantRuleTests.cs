using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Tests.Snapshots;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Tests.Validation.Rules;

public class InvariantRuleTests
{
    [Theory]
    [InlineData("""{"resourceType":"Patient","contact":[{"gender":"male"}]}""", "pat-1", "Patient.contact[0]")]
    [InlineData("""{"resourceType":"Patient","contact":[{"organization":{"reference":"#o"}}]}""", "ref-1", "Patient.contact[0].organization")]
    [InlineData("""{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"a"}]}""", "dom-3", "Patient")]
    [InlineData("""{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"a","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true},{"question":"c","operator":"exists","answerBoolean":true}]}]}""", "que-12", "Questionnaire.item[0]")]
    public void A_broken_invariant_is_named_where_it_is_broken(string json, string key, string path)
    {
        var issue = Assert.Single(ProfileFindings.All(json, [], []), issue => issue.Rule == key);

        Assert.Equal(("invariant-broken", path, Severity.Error), (issue.Kind.Id, issue.Path, issue.Severity));
    }

    [Theory]
    [InlineData("\"answerBoolean\":true", 0)]
    [InlineData("\"answerInteger\":1", 1)]
    public void What_asks_whether_there_is_an_answer_takes_a_boolean(string answer, int count) =>
        Assert.Equal(count, ProfileFindings.All($$"""{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"a","type":"string"},{"linkId":"b","type":"string","enableWhen":[{"question":"a","operator":"exists",{{answer}}}]}]}""", [], []).Count(issue => issue.Rule == "que-7"));

    /// <summary>Whatever the correction is, it must be FHIRPath, and of an expression that a release does publish.</summary>
    [Fact]
    public void Corrections_are_of_published_expressions_and_compile()
    {
        var published = FhirRelease.All.SelectMany(release => new[] { "Questionnaire", "ElementDefinition" }.SelectMany(name => FhirModel.For(release).FindStructure(Draft.Core + name)!.Snapshot!))
            .SelectMany(element => element.Constraints).Select(constraint => constraint.Expression).OfType<string>().Distinct().Where(text => InvariantErrata.Correct(text) != text).ToList();

        Assert.Equal(3, published.Count);
        Assert.All(published, text => Assert.True(FhirPathExpression.Compile(InvariantErrata.Correct(text)).IsOk));
    }

    [Fact]
    public void Advice_is_as_bad_as_the_settings_say()
    {
        var model = FhirModel.For(FhirRelease.R4);
        var node = JsonParser.Parse("""{"resourceType":"Patient"}""").Tree!.Root;
        var settings = new Fhir.Validation.ValidationSettings { Model = model };

        Assert.Equal(Severity.Warning, Assert.Single(new Fhir.Validation.ResourceValidator(settings).Validate(node)).Severity);
        Assert.Equal(Severity.Error, Assert.Single(new Fhir.Validation.ResourceValidator(settings with { BestPractice = Severity.Error }).Validate(node)).Severity);
        Assert.Empty(new Fhir.Validation.ResourceValidator(settings with { BestPractice = null }).Validate(node));
    }

    [Theory]
    [InlineData("error", "gender.exists()", "invariant-broken", Severity.Error)]
    [InlineData("warning", "gender.exists()", "invariant-broken", Severity.Warning)]
    [InlineData("error", "gender.nothing(", "invariant-failed", Severity.Warning)]
    [InlineData("error", "(1 | 2).toString() = 'a'", "invariant-failed", Severity.Warning)]
    [InlineData("error", "managingOrganization.resolve().exists()", "invariant-untold", Severity.Information)]
    public void A_profile_may_state_more(string severity, string expression, string id, Severity found)
    {
        var profile = Draft.Profile("Patient", $$"""{"path":"Patient","constraint":[{"key":"t-1","severity":"{{severity}}","human":"a","expression":"{{expression}}"}]}""");
        var node = JsonParser.Parse("""{"resourceType":"Patient","managingOrganization":{"reference":"Organization/a"}}""").Tree!.Root;
        var model = FhirModel.For(FhirRelease.R4);
        var validator = new Fhir.Validation.ResourceValidator(new Fhir.Validation.ValidationSettings { Model = model, Definitions = new DraftDefinitions(model, [profile]) });

        var issue = Assert.Single(validator.Validate(node, profile.Url), issue => issue.Rule == "t-1");

        Assert.Equal((id, found, profile.Url), (issue.Kind.Id, issue.Severity, issue.Profile));
    }

    [Fact]
    public void The_resource_at_hand_is_the_innermost_one_and_the_root_the_one_around()
    {
        var profile = Draft.Profile("Patient", """{"path":"Patient.contained"},{"path":"Patient.contained.name","constraint":[{"key":"t-1","severity":"error","human":"a","expression":"%resource is Practitioner and %rootResource is Patient"}]}""");

        Assert.Empty(ProfileFindings.Of("""{"resourceType":"Patient","generalPractitioner":[{"reference":"#p"}],"contained":[{"resourceType":"Practitioner","id":"p","name":[{"text":"a"}]}]}""", profile));
    }

    /// <summary>Where an invariant is answered by code instead of its expression, both must agree on everything.</summary>
    [Fact]
    public void Code_and_expression_agree()
    {
        var trees = new[]
        {
            """{"resourceType":"Patient","id":"a","extension":[{"url":"http://a","valueString":"b"},{"url":"http://b"},{"url":"http://c","extension":[{"url":"d","valueCode":"e"}]},{"url":"http://c","extension":[{"url":"d"}],"valueCode":"f"}],"name":[{"id":"n"},{"family":"b","_given":[{"id":"g"}]},{"given":["a",null],"_given":[null,{"extension":[{"url":"http://a"}]}]}]}""",
        };
        var count = 0;
        foreach (var expression in NativeInvariants.Expressions)
        {
            var compiled = FhirPathExpression.Compile(expression, new FhirPathOptions { Model = FhirModel.For(FhirRelease.R4) }).Expression!;
            foreach (var tree in trees.Select(json => JsonParser.Parse(json).Tree!))
            {
                for (var i = 1; i < tree.Count; i++)
                {
                    // ext-1 is asked of extensions only: elsewhere "value" may be an element of its own.
                    if (!expression.StartsWith("extension", StringComparison.Ordinal) || tree[i].Name == "extension")
                    {
                        count++;
                        Assert.Equal(compiled.EvaluateBoolean(tree[i]), NativeInvariants.Find(expression)!(tree[i]));
                    }
                }
            }
        }

        Assert.True(count > 20);
    }
}
