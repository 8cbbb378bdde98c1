using System.Buffers;
using System.Text;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.Issues;

public class OperationOutcomeWriterTests
{
    private static readonly IssueKind Kind = new("test-kind", Severity.Error, "invalid", "'{0}' is wrong.");

    [Fact]
    public void Writes_text_kind_position_and_path_with_the_extensions_for_them() => Assert.Equal(
        """{"resourceType":"OperationOutcome","issue":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id","valueString":"test-kind"},{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-file","valueString":"f.json"},{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line","valueInteger":3},{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col","valueString":"7"}],"severity":"error","code":"invalid","details":{"text":"'a\"b' is wrong."},"diagnostics":"test-kind at f.json:3:7","expression":["Patient.name[0]"]}]}""",
        Write(Kind.At("Patient.name[0]", new SourcePosition("f.json", 3, 7), "a\"b")));

    [Fact]
    public void Leaves_out_what_an_issue_does_not_have() => Assert.Equal(
        """{"resourceType":"OperationOutcome","issue":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id","valueString":"test-kind"}],"severity":"error","code":"invalid","details":{"text":"'x' is wrong."},"diagnostics":"test-kind"}]}""",
        Write(Kind.At(string.Empty, null, "x")));

    [Fact]
    public void Nothing_wrong_is_still_a_valid_resource()
    {
        var outcome = JsonParser.Parse(Write());

        Assert.True(outcome.IsClean);
        Assert.Equal("information", outcome.Tree!.Root.Child("issue").Child("severity").Text);
    }

    [Theory]
    [InlineData(Severity.Fatal, "fatal")]
    [InlineData(Severity.Error, "error")]
    [InlineData(Severity.Warning, "warning")]
    [InlineData(Severity.Information, "information")]
    public void Severities_are_the_codes_of_the_specification(Severity severity, string code) =>
        Assert.Contains($"\"severity\":\"{code}\"", Write(Kind.At(string.Empty, null, "x") with { Severity = severity }), StringComparison.Ordinal);

    private static string Write(params Issue[] issues)
    {
        var output = new ArrayBufferWriter<byte>();
        OperationOutcomeWriter.Write(issues, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
