using System.Runtime.CompilerServices;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// A binding (https://hl7.org/fhir/R4/terminologies.html#strength): required codes are an error otherwise, extensible ones a warning, preferred ones worth
/// knowing; a maximum value set binds like a required one.
/// </summary>
internal sealed class BindingRule(string valueSet, BindingStrength strength, bool isMaximum, string? profile, string id) : IElementRule
{
    private StrongBox<CodeList?>? sought;

    public static IEnumerable<IElementRule> Build(RuleSource source)
    {
        if (source.Element.Binding is not { } binding)
        {
            yield break;
        }

        var (profile, id) = (source.Profile, source.Element.Id);
        if (binding.ValueSet is { } main && binding.Strength != BindingStrength.Example
            && !source.IsKnown(known => known.Binding is { } other && other.ValueSet == main && other.Strength == binding.Strength))
        {
            yield return new BindingRule(main, BindingErrata.Correct(source.Element, binding), isMaximum: false, profile, id);
        }

        if (binding.MaxValueSet is { } max && !source.IsKnown(known => known.Binding?.MaxValueSet == max))
        {
            yield return new BindingRule(max, BindingStrength.Required, isMaximum: true, profile, id);
        }

        // R5, additional bindings: those that only some contexts ask for are not checked, for nobody says what the context is.
        foreach (var additional in binding.Additional.Where(additional => !additional.HasUsage))
        {
            var strength = additional.Purpose switch
            {
                "required" or "maximum" => BindingStrength.Required,
                "extensible" => BindingStrength.Extensible,
                "preferred" => BindingStrength.Preferred,
                _ => BindingStrength.Example,
            };
            if (strength != BindingStrength.Example && !source.IsKnown(known => known.Binding?.Additional.Contains(additional) == true))
            {
                yield return new BindingRule(additional.ValueSet, strength, isMaximum: additional.Purpose == "maximum", profile, id);
            }
        }
    }

    public void Check(Node node, TypeSchema type, ValidationRun run)
    {
        if (type.Coded == CodedForm.None)
        {
            return;
        }

        if (type.IsPrimitive && !node.HasValue)
        {
            // A required binding leaves no room for a reason why there is no code (https://hl7.org/fhir/R4/terminologies.html#required).
            if (strength == BindingStrength.Required && type.Name == "code" && !isMaximum)
            {
                run.Sink.Report(BindingIssues.NoCode, Severity.Error, node, profile, id, null, node.Name, valueSet);
            }

            return;
        }

        var answer = type.Coded == CodedForm.Code ? OfCode(node, run) : CodedValues.IsMember(node, type, valueSet, run);
        switch (answer)
        {
            case Answer.Yes:
                return;
            case null:
                // Words without a code are allowed where the value set may be left for want of a fitting code, not where it may not.
                if (strength == BindingStrength.Required && !isMaximum && CodedValues.HasContent(node))
                {
                    run.Sink.Report(BindingIssues.NoCode, Severity.Error, node, profile, id, null, node.Name, valueSet);
                }

                return;
            case Answer.CannotTell:
                if (strength == BindingStrength.Required)
                {
                    run.Sink.Report(BindingIssues.Untold, run.Settings.UntoldBinding, node, profile, id, null, CodedValues.Show(node), valueSet);
                }

                return;
            default:
                if (!MimeNames.Allow(valueSet, node.Text) && !BindingErrata.Allow(id, node.Text))
                {
                    Report(node, run);
                }

                return;
        }
    }

    public override string ToString() => $"binding {strength} {valueSet}";

    private Answer OfCode(Node node, ValidationRun run)
    {
        // Two threads may both look for it; either finds the same.
        var list = (sought ??= new StrongBox<CodeList?>(run.Store.FindCodes(valueSet))).Value;
        return list is not null ? list.Has(node) ? Answer.Yes : Answer.No : run.IsMember(new CodedValue(null, node.Text!), valueSet);
    }

    private void Report(Node node, ValidationRun run)
    {
        var (kind, severity) = strength switch
        {
            BindingStrength.Required => (isMaximum ? BindingIssues.Maximum : BindingIssues.Required, Severity.Error),
            BindingStrength.Extensible => (BindingIssues.Extensible, Severity.Warning),
            _ => (BindingIssues.Preferred, Severity.Information),
        };
        var nearest = strength == BindingStrength.Required && node.Text is { } code ? sought?.Value?.Nearest(code) : null;
        run.Sink.Report(kind, severity, node, profile, id, nearest is null ? null : $"did you mean '{nearest}'?", CodedValues.Show(node), valueSet);
    }
}
