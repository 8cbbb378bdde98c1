using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions;

/// <summary>What evaluating a plan needs from outside: the published terminology, the time, and the resources that came along with the call.</summary>
internal sealed class PlanPorts(Catalog catalog, TimeProvider clock)
{
    private readonly EvaluationContext context = new()
    {
        TimeProvider = clock,
        Terminology = new TerminologyPort(new LocalTerminology(catalog.Artifacts.Where(artifact => artifact.ResourceType is "ValueSet" or "CodeSystem").Select(artifact => artifact.Tree.Root))),
    };

    /// <summary>The context for one patient, without variables.</summary>
    public EvaluationContext ContextFor(PatientData data) => context with { References = new ReferencePort(data.References) };

    private sealed class ReferencePort(IReadOnlyDictionary<string, Node> known) : IReferencePort
    {
        /// <summary>A reference may name a version, which the data at hand does not keep apart.</summary>
        public Node Resolve(string reference)
        {
            var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
            return known.TryGetValue(history < 0 ? reference : reference[..history], out var node) ? node : default;
        }
    }
}
