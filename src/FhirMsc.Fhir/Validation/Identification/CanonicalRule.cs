using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Identification;

/// <summary>A canonical is an absolute URL or leads to a contained resource (https://hl7.org/fhir/R4/references.html#canonical).</summary>
internal sealed class CanonicalRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "canonical";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        if (context.Node.Text is { Length: > 0 } text && text[0] != '#' && !AbsoluteUri.Is(text))
        {
            sink.Report(IdentificationIssues.RelativeCanonical, context.Node, text);
        }
    }
}
