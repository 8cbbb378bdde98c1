using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>A coding's code must be one of its system's, where the whole system is at hand (https://hl7.org/fhir/R4/datatypes.html#Coding).</summary>
internal sealed class SystemCodeRule : ITypeRule
{
    private static readonly int System = NameTable.Fhir.Find("system");
    private static readonly int Version = NameTable.Fhir.Find("version");
    private static readonly int Code = NameTable.Fhir.Find("code");

    public string TypeName => "Coding";

    public void Check(in RuleContext context, IssueSink sink)
    {
        var (node, _, run) = context;
        if (node.Child(System).Text is not { Length: > 0 } system || node.Child(Code) is not { Exists: true, HasValue: true } code || run.Store.HasCode(system, node.Child(Version).Text, code) is not { IsNo: true } answer)
        {
            return;
        }

        sink.Report(BindingIssues.UnknownCode, Severity.Error, code, null, null, null, system, code.Text, answer.Detail is null ? string.Empty : $" ({answer.Detail})");
    }
}
