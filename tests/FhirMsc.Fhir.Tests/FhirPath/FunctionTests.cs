using System.Text.RegularExpressions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Functions;
using FhirMsc.Fhir.FhirPath.Ports;
using Moq;

namespace FhirMsc.Fhir.Tests.FhirPath;

public partial class FunctionTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (expression, expected) in FunctionCases.All)
            {
                data.Add(expression, expected);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gives_what_the_specification_says(string expression, string expected)
    {
        var environment = new EvaluationContext { TimeProvider = new FixedTime(new DateTimeOffset(2024, 5, 6, 9, 8, 7, 123, TimeSpan.FromHours(2))), Terminology = Terminology() };

        Assert.Equal(expected, Sample.Evaluate(expression, Sample.Patient, environment));
    }

    [Fact]
    public void Every_function_has_a_case()
    {
        var used = FunctionCases.All.SelectMany(one => Calls().Matches(one.Expression).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Empty(FunctionTable.Names.Except(used));
    }

    [Fact]
    public void Trace_shows_the_projection()
    {
        var seen = new List<string>();
        var environment = new EvaluationContext { Trace = (name, items) => seen.Add($"{name}: {string.Join(",", items)}") };

        Sample.Evaluate("name.trace('n', given).trace('all')", Sample.Patient, environment);

        Assert.Equal(["n: Ada,Eve,Addi", "all: ,"], seen);
    }

    [Fact]
    public void What_no_port_can_tell_is_noted()
    {
        var result = Sample.Compile("gender.memberOf('http://e/vs')").Evaluate(Sample.Patient);

        Assert.Empty(result.Items);
        Assert.Equal(["memberOf(http://e/vs)"], result.Untold);
        Assert.False(result.IsCertain);
    }

    [Fact]
    public void A_concept_is_a_member_if_one_of_its_codings_is()
    {
        var terminology = new Mock<ITerminologyPort>();
        terminology.Setup(port => port.IsMember(It.IsAny<CodedValue>(), It.IsAny<string>())).Returns(Answer.CannotTell);
        terminology.Setup(port => port.IsMember(new CodedValue("http://snomed.info/sct", "27113001", null), "http://e/weight")).Returns(Answer.Yes);

        Assert.Equal("true", Sample.Evaluate("code.memberOf('http://e/weight')", Sample.Observation, new EvaluationContext { Terminology = terminology.Object }));
        Assert.Equal(string.Empty, Sample.Evaluate("code.memberOf('http://e/other')", Sample.Observation, new EvaluationContext { Terminology = terminology.Object }));
    }

    [Fact]
    public void References_lead_to_entries_of_the_bundle_and_then_outside()
    {
        var bundle = Sample.Parse("""
            {"resourceType":"Bundle","type":"collection","entry":[
              {"fullUrl":"http://s/Observation/o","resource":{"resourceType":"Observation","id":"o","subject":{"reference":"Patient/p"},"encounter":{"reference":"urn:uuid:1"},"performer":[{"reference":"Practitioner/x"}]}},
              {"fullUrl":"http://s/Patient/p","resource":{"resourceType":"Patient","id":"p","gender":"other"}},
              {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Encounter","id":"e","status":"planned"}}]}
            """);
        var references = new Mock<IReferencePort>();
        references.Setup(port => port.Resolve("Practitioner/x")).Returns(Sample.Parse("""{"resourceType":"Practitioner","id":"x"}"""));
        var environment = new EvaluationContext { References = references.Object };

        Assert.Equal("other", Sample.Evaluate("entry.resource.subject.resolve().gender", bundle));
        Assert.Equal("planned", Sample.Evaluate("entry.resource.encounter.resolve().ofType(Encounter).status", bundle));
        Assert.Equal("x", Sample.Evaluate("entry.resource.performer.resolve().where($this is Practitioner).id", bundle, environment));
        Assert.Equal(["resolve(Practitioner/x)"], Sample.Compile("entry.resource.performer.resolve()").Evaluate(bundle).Untold);
    }

    private static ITerminologyPort Terminology()
    {
        var terminology = new Mock<ITerminologyPort>();
        terminology.Setup(port => port.IsMember(It.IsAny<CodedValue>(), It.IsAny<string>()))
            .Returns((CodedValue _, string url) => url switch { "http://e/yes" => Answer.Yes, "http://e/no" => Answer.No, _ => Answer.CannotTell });
        terminology.Setup(port => port.Subsumes(It.IsAny<CodedValue>(), It.IsAny<CodedValue>())).Returns(Answer.CannotTell);
        return terminology.Object;
    }

    [GeneratedRegex(@"(\w+)\(")]
    private static partial Regex Calls();

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("fixed", now.Offset, null, null);

        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
