using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>
/// The display of a Coding is one that its system gives the code (https://hl7.org/fhir/R4/datatypes.html#Coding.display); how bad another one is, is a
/// matter of the settings, for systems have displays in more languages than are at hand.
/// </summary>
internal sealed class DisplayRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "Coding";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        if (context.Run.Settings.WrongDisplay is not { } severity || context.Node.Child("display") is not { Text: { Length: > 0 } text } display)
        {
            return;
        }

        if (context.Node.Child("system").Text is { Length: > 0 } system && context.Node.Child("code").Text is { Length: > 0 } code
            && context.Run.Store.HasDisplay(system, code, text) is { IsNo: true } answer)
        {
            sink.Report(BindingIssues.WrongDisplay, severity, display, null, null, null, text, system, code, answer.Detail?.Trim('\''));
        }
    }
}
