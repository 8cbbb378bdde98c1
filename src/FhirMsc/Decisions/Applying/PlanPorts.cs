using FhirMsc.Decisions.Sites;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Applying;

/// <summary>What evaluating a plan needs from outside: the published terminology with the site's codes, the time, and the resources that came along with the call.</summary>
internal sealed class PlanPorts
{
    private readonly EvaluationContext context;

    public PlanPorts(Catalog catalog, TimeProvider clock, SiteMap? site) => context = new EvaluationContext
    {
        TimeProvider = clock,
        Terminology = new SiteTerminology(
            new TerminologyPort(new LocalTerminology(catalog.Artifacts.Where(artifact => artifact.ResourceType is "ValueSet" or "CodeSystem").Select(artifact => artifact.Tree.Root))),
            site ?? SiteMap.None),
    };

    private PlanPorts(EvaluationContext context) => this.context = context;

    /// <summary>The same ports, but for a code that is missing from a value set: for finding out whether anybody would notice.</summary>
    public PlanPorts Without(string valueSet, string system, string code) => new(context with { Terminology = new IncompleteTerminology(context.Terminology!, valueSet, new CodedValue(system, code)) });

    /// <summary>The context for one patient.</summary>
    public EvaluationContext ContextFor(PatientData data, IReadOnlyDictionary<string, VariableValue> variables, RunLog log) => context with
    {
        Variables = variables,
        References = new ReferencePort(data, log),
        Terminology = log.Explains ? new RecordingTerminology(context.Terminology!, log) : context.Terminology,
    };

    private sealed class ReferencePort(PatientData data, RunLog log) : IReferencePort
    {
        /// <summary>A reference may name a version, which the data at hand does not keep apart.</summary>
        public Node Resolve(string reference)
        {
            var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
            if (data.References.TryGetValue(history < 0 ? reference : reference[..history], out var node) && Admits(node))
            {
                return node;
            }

            log.MissReference(reference);
            return default;
        }

        /// <summary>A Bundle may bring resources of another patient along: they decide about nobody here.</summary>
        public bool Admits(Node resource) => data.IsForeign is null || !data.IsForeign(resource);
    }

    private sealed class IncompleteTerminology(ITerminologyPort whole, string valueSet, CodedValue missing) : ITerminologyPort
    {
        public Answer IsMember(CodedValue code, string canonical) =>
            code.Code == missing.Code && code.System == missing.System && canonical.Split('|')[0] == valueSet ? Answer.No : whole.IsMember(code, canonical);

        public Answer Subsumes(CodedValue general, CodedValue specific) => whole.Subsumes(general, specific);
    }

    private sealed class RecordingTerminology(ITerminologyPort terminology, RunLog log) : ITerminologyPort
    {
        public Answer IsMember(CodedValue code, string valueSet)
        {
            var answer = terminology.IsMember(code, valueSet);
            if (answer == Answer.Yes)
            {
                log.Matched(valueSet);
            }

            return answer;
        }

        public Answer Subsumes(CodedValue general, CodedValue specific) => terminology.Subsumes(general, specific);
    }
}
