using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Compilation;

/// <summary>Something in an expression that can't be compiled. Never leaves the room: the compiler notes it and goes on with the next part.</summary>
internal sealed class CompileException(IssueKind kind, int offset, params object?[] arguments) : Exception
{
    public IssueKind Kind { get; } = kind;

    public int Offset { get; } = offset;

    public object?[] Arguments { get; } = arguments;
}
