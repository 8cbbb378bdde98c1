using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>The codes and filters of a ValueSet fit the code systems they are from (https://hl7.org/fhir/R4/valueset.html#compositions).</summary>
internal sealed class ValueSetRule : ITypeRule
{
    /// <summary>Units are told right or wrong by grammar alone, as far as it is known here.</summary>
    private const string Ucum = "http://unitsofmeasure.org";

    /// <inheritdoc/>
    public string TypeName => "ValueSet";

    /// <inheritdoc/>
    public void Check(in RuleContext context, IssueSink sink)
    {
        var compose = context.Node.Child("compose");
        if (!compose.Exists)
        {
            return;
        }

        foreach (var include in compose.ChildrenNamed("include").Concat(compose.ChildrenNamed("exclude")))
        {
            if (include.Child("system").Text is not { } system)
            {
                continue;
            }

            if (!AbsoluteUri.Is(system))
            {
                sink.Report(TerminologyResourceIssues.RelativeInclude, include, system);
                continue;
            }

            Concepts(include, system, context.Run, sink);
            foreach (var filter in include.ChildrenNamed("filter"))
            {
                new FilterCheck(filter, system, context.Run, sink).Check();
            }
        }
    }

    private static void Concepts(Node include, string system, ValidationRun run, IssueSink sink)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var version = include.Child("version").Text;
        foreach (var concept in include.ChildrenNamed("concept"))
        {
            if (concept.Child("code").Text is not { } code)
            {
                continue;
            }

            if (!seen.Add(code))
            {
                sink.Report(TerminologyResourceIssues.DuplicateInclude, concept, code);
            }

            if (system == SnomedId.System && !SnomedId.MayBe(code))
            {
                sink.Report(TerminologyResourceIssues.UnknownInclude, concept, code, system);
            }
            else if (CodeAnswers.IsCode(run, system, code, version) == Answer.No)
            {
                sink.Report(TerminologyResourceIssues.UnknownInclude, system == Ucum ? Severity.Warning : Severity.Error, concept, null, null, null, code, system);
            }
        }
    }
}
