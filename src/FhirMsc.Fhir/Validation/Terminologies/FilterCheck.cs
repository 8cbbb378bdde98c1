using System.Text.RegularExpressions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>One filter of a ValueSet: a value that the property can have (https://hl7.org/fhir/R4/valueset-definitions.html#ValueSet.compose.include.filter).</summary>
internal sealed class FilterCheck(Node filter, string system, ValidationRun run, IssueSink sink)
{
    private const string Snomed = "http://snomed.info/sct";

    public void Check()
    {
        if (filter.Child("property").Text is not { } property || filter.Child("op").Text is not { } operation || filter.Child("value").Text is not { } value)
        {
            return;
        }

        switch (operation)
        {
            case "exists" when value is not ("true" or "false"):
                sink.Report(TerminologyResourceIssues.FilterValue, filter, property, "'true' or 'false' with 'exists'", value);
                break;
            case "exists":
                break;
            case "regex":
                Regex(property, value);
                break;
            case "in" or "not-in":
                foreach (var item in value.Split(',', StringSplitOptions.TrimEntries))
                {
                    Value(property, item);
                }

                break;
            default:
                Value(property, value);
                break;
        }
    }

    private void Value(string property, string value)
    {
        if (system == Snomed && property == "constraint")
        {
            if (ExpressionConstraint.Fault(value) is { } fault)
            {
                sink.Report(TerminologyResourceIssues.FilterConstraint, filter, fault);
            }

            return;
        }

        switch (property is "concept" or "code" ? "code" : TypeOf(property))
        {
            case "boolean" when value is not ("true" or "false"):
                sink.Report(TerminologyResourceIssues.FilterValue, filter, property, "'true' or 'false'", value);
                break;
            case "integer" when !int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _):
                sink.Report(TerminologyResourceIssues.FilterValue, filter, property, "an integer", value);
                break;
            case "code":
                Code(property, system, null, value);
                break;
            case "Coding":
                Coding(property, value);
                break;
            default:
                break;
        }
    }

    /// <summary>A value of a property of the type Coding is written <c>system|version#code</c>.</summary>
    private void Coding(string property, string value)
    {
        var hash = value.LastIndexOf('#');
        if (hash <= 0 || hash == value.Length - 1 || !AbsoluteUri.Is(value))
        {
            sink.Report(TerminologyResourceIssues.FilterValue, filter, property, "a coding in the form system#code or system|version#code", value);
            return;
        }

        var parts = value[..hash].Split('|', 2);
        Code(property, parts[0], parts.Length > 1 ? parts[1] : null, value[(hash + 1)..]);
    }

    private void Code(string property, string codeSystem, string? version, string code)
    {
        if (CodeAnswers.IsCode(run, codeSystem, code, version) == Answer.No)
        {
            sink.Report(TerminologyResourceIssues.FilterCode, filter, property);
        }
    }

    /// <summary>The type that the code system declares; for the standard properties that everybody may filter on, the specification's.</summary>
    private string? TypeOf(string property)
    {
        var declared = run.Resolve(filter, system);
        if (declared.Exists && declared.ChildrenNamed("property").FirstOrDefault(item => item.Child("code").Text == property) is { Exists: true } found)
        {
            return found.Child("type").Text;
        }

        return property switch { "notSelectable" or "inactive" => "boolean", _ => null };
    }

    private void Regex(string property, string value)
    {
        try
        {
            _ = new Regex(value, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            sink.Report(TerminologyResourceIssues.FilterRegex, filter, property);
        }
    }
}
