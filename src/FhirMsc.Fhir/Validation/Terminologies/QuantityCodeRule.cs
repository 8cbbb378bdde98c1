using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>The code of a quantity is one that its system has: a UCUM unit, mostly (https://hl7.org/fhir/R4/datatypes.html#quantity).</summary>
internal sealed class QuantityCodeRule(string typeName) : ITypeRule
{
    /// <summary>Quantity and the types that narrow it.</summary>
    public static IEnumerable<ITypeRule> All { get; } = new[] { "Quantity", "Age", "Count", "Distance", "Duration", "SimpleQuantity" }.Select(name => new QuantityCodeRule(name)).ToList();

    /// <inheritdoc/>
    public string TypeName => typeName;

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var code = context.Node.Child("code");
        if (context.Node.Child("system").Text is { } system && code.Text is { } text && CodeAnswers.IsCode(context.Run, system, text) == Answer.No)
        {
            // The unit for people is in the element 'unit'; a wrong code makes the number unusable for machines, not unreadable.
            sink.Report(TerminologyResourceIssues.UnknownCode, Severity.Warning, code, null, null, null, text, system);
        }
    }
}
