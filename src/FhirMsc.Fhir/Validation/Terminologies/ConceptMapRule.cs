using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>The codes of a ConceptMap are in the systems of their group and in the value sets that the map is from and to (https://hl7.org/fhir/R4/conceptmap.html).</summary>
internal sealed class ConceptMapRule : ITypeRule
{
    /// <inheritdoc/>
    public string TypeName => "ConceptMap";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var source = Scope(context.Node, "source");
        var target = Scope(context.Node, "target");
        foreach (var group in context.Node.ChildrenNamed("group"))
        {
            foreach (var element in group.ChildrenNamed("element"))
            {
                Code(element.Child("code"), "source", group.Child("source").Text, source, context.Run, sink);
                foreach (var mapped in element.ChildrenNamed("target"))
                {
                    Code(mapped.Child("code"), "target", group.Child("target").Text, target, context.Run, sink);
                }
            }
        }
    }

    /// <summary>The value set: <c>source[x]</c> in R4, <c>sourceScope[x]</c> in R5.</summary>
    private static string? Scope(Node map, string side) => (ChoiceValue.Of(map, side) is { Type: "Uri" or "Canonical" } value ? value : ChoiceValue.Of(map, side + "Scope")).Node.Text;

    private static void Code(Node code, string side, string? canonical, string? valueSet, ValidationRun run, IssueSink sink)
    {
        if (code.Text is not { } text || canonical?.Split('|') is not { } system)
        {
            return;
        }

        if (CodeAnswers.IsCode(run, system[0], text, system.Length > 1 ? system[1] : null) == Answer.No)
        {
            // A map seldom names the version of a system; the one at hand may be another.
            sink.Report(TerminologyResourceIssues.MappedCode, Severity.Warning, code, null, null, null, side, text, system[0]);
        }
        else if (valueSet is not null && run.IsMember(new CodedValue(system[0], text), valueSet) == Answer.No)
        {
            // What a map is from is its promise; where it leads may go beyond the value set that was the aim.
            sink.Report(TerminologyResourceIssues.MappedCode, side == "source" ? Severity.Error : Severity.Warning, code, null, null, null, side, text, valueSet);
        }
    }
}
