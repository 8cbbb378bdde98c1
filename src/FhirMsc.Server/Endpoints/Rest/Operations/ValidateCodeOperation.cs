using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>ValueSet and CodeSystem <c>$validate-code</c>. The result is a boolean, which has no "cannot tell": that is a refusal.</summary>
internal sealed class ValidateCodeOperation : IOperation
{
    public string Name => "validate-code";

    public IReadOnlyList<string>? Types => ["ValueSet", "CodeSystem"];

    public string? StandardDefinition(FhirRelease release, string? type) => $"http://hl7.org/fhir/OperationDefinition/{type ?? "ValueSet"}-validate-code";

    public IReadOnlyList<string> NotServed => ["valueSet", "codeSystem", "context", "systemVersion"];

    public RestResult Execute(RestCall call)
    {
        var isValueSet = call.Type == "ValueSet";
        if (Canonicals.Of(call, "url", isValueSet ? "valueSetVersion" : "version") is not { } canonical)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "url"));
        }

        var codes = Codes(call, isValueSet ? null : canonical);
        if (codes.Count == 0)
        {
            return RestResult.Refusal(StatusCodes.Status400BadRequest, RestIssues.Missing.At(string.Empty, null, "code (with system), coding or codeableConcept"));
        }

        if (isValueSet ? call.Store.ValueSet(canonical) is null : call.Store.CodeSystem(canonical) is null)
        {
            return RestResult.Refusal(StatusCodes.Status404NotFound, RestIssues.NotFound.At(string.Empty, null, isValueSet ? "This value set" : "This code system"));
        }

        // A concept is in the set if one of its codings is; it is surely not only if all surely are not.
        var answers = codes.ConvertAll(code => (Code: code, Answer: Judge(call, isValueSet, canonical, code)));
        var best = answers.OrderBy(one => one.Answer.Value switch { Membership.Yes => 0, Membership.CannotTell => 1, _ => 2 }).First();
        if (best.Answer.Value == Membership.CannotTell)
        {
            return RestResult.Refusal(StatusCodes.Status422UnprocessableEntity, [RestIssues.Untold.At(string.Empty, null, "whether the code is valid."), .. best.Answer.ToIssue(string.Empty, null) is { } reason ? [reason] : Array.Empty<Fhir.Issues.Issue>()]);
        }

        var known = best.Code.System is { Length: > 0 } system ? call.Store.Terminology.Lookup(system, best.Code.Code) : null;
        return new ParametersResult()
            .Add("result", "valueBoolean", best.Answer.IsYes)
            .Add("message", "valueString", best.Answer.ToIssue(string.Empty, null)?.Text)
            .Add("display", "valueString", known?.Concept.Display)
            .ToResult();
    }

    private static MembershipAnswer Judge(RestCall call, bool isValueSet, string canonical, CodeToJudge code)
    {
        var answer = isValueSet
            ? call.Store.Terminology.Has(canonical, new CodedValue(code.System, code.Code))
            : call.Store.Terminology.HasCode(code.System!, code.Code);
        if (!answer.IsYes || code.Display is not { } display || code.System is not { Length: > 0 } system)
        {
            return answer;
        }

        // A display that cannot be judged leaves the code valid, and the message says why.
        var shown = call.Store.Terminology.HasDisplay(system, code.Code, display, isValueSet ? canonical : null);
        return shown.Value == Membership.CannotTell ? shown with { Value = Membership.Yes } : shown.IsNo ? shown : answer;
    }

    private static List<CodeToJudge> Codes(RestCall call, string? system)
    {
        if (call.Input.Text("code") is { Length: > 0 } code)
        {
            return [new CodeToJudge(call.Input.Text("system") ?? system, code, call.Input.Text("display"))];
        }

        List<Node> codings = call.Input.Complex("coding") is { Exists: true } coding ? [coding]
            : call.Input.Complex("codeableConcept") is { Exists: true } concept ? [.. concept.ChildrenNamed("coding")]
            : [];
        return [.. codings.Where(one => one.Child("code").Text is not null).Select(one => new CodeToJudge(one.Child("system").Text ?? system ?? string.Empty, one.Child("code").Text!, one.Child("display").Text))];
    }

    private sealed record CodeToJudge(string? System, string Code, string? Display);
}
