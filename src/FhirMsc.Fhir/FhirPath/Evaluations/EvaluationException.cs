using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Ends an evaluation. Never leaves the room: the result carries it as an issue.</summary>
internal sealed class EvaluationException(IssueKind kind, int offset, params object?[] arguments) : Exception
{
    public IssueKind Kind { get; } = kind;

    public int Offset { get; } = offset;

    public object?[] Arguments { get; } = arguments;
}
