using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;
using FhirMsc.Fhir.Validation.Terminologies;

namespace FhirMsc.Fhir.Validation.Identification;

/// <summary>The system of a Coding is an absolute URI, and has the code if its codes are at hand (https://hl7.org/fhir/R4/datatypes.html#coding).</summary>
internal sealed class CodingRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Coding";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var (system, code) = (context.Node.Child("system"), context.Node.Child("code"));
        if (system.Text is not { } url)
        {
            return;
        }

        if (!AbsoluteUri.Is(url))
        {
            // Published data holds such systems in numbers: they name nothing, but the code beside them is still what was meant.
            sink.Report(IdentificationIssues.RelativeSystem, Severity.Warning, system, null, null, null, url);
        }
        else if (code.Text is { } text && CodeAnswers.IsCode(context.Run, url, text, context.Node.Child("version").Text) == Answer.No)
        {
            sink.Report(TerminologyResourceIssues.UnknownCode, code, text, url);
        }
    }
}
