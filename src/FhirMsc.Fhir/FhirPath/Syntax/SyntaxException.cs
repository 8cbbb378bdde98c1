using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Syntax;

/// <summary>Ends the reading of an expression. Never leaves the room: compiling turns it into an issue.</summary>
internal sealed class SyntaxException(IssueKind kind, int offset, params object[] arguments) : Exception
{
    public IssueKind Kind { get; } = kind;

    public int Offset { get; } = offset;

    public object[] Arguments { get; } = arguments;
}
