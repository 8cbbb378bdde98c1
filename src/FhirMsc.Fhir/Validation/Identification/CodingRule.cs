using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Identification;

/// <summary>The system of a Coding is an absolute URI (https://hl7.org/fhir/R4/datatypes.html#coding).</summary>
internal sealed class CodingRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Coding";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        if (context.Node.Child("system") is { Text: { } text } system && !AbsoluteUri.Is(text))
        {
            // Published data holds such systems in numbers: they name nothing, but the code beside them is still what was meant.
            sink.Report(IdentificationIssues.RelativeSystem, Severity.Warning, system, null, null, null, text);
        }
    }
}
