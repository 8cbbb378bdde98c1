using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Identification;

/// <summary>The system of an Identifier is an absolute URI; where the system says that the value is a URI, it is one (https://hl7.org/fhir/R4/datatypes.html#identifier).</summary>
internal sealed class IdentifierRule : ITypeRule
{
    private const string Uris = "urn:ietf:rfc:3986";

    /// <inheritdoc/>
    public string TypeName => "Identifier";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var system = context.Node.Child("system");
        if (system.Text is not { } text)
        {
            return;
        }

        if (!AbsoluteUri.Is(text))
        {
            sink.Report(IdentificationIssues.RelativeSystem, system, text);
        }
        else if (text == Uris && context.Node.Child("value") is { Text: { } value } && !AbsoluteUri.Is(value))
        {
            sink.Report(IdentificationIssues.NotUri, context.Node);
        }
    }
}
