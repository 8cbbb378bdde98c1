using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Expressions;

namespace FhirMsc.Fhir.FhirPath.Checking;

/// <summary>Finds what can never work, from the definitions alone.</summary>
internal sealed class TypeChecker(FhirModel model)
{
    private readonly List<CompileException> found = [];

    public IReadOnlyList<CompileException> Found => found;

    public void Check(Expression expression, string? contextType)
    {
        _ = model;
        _ = expression;
        _ = contextType;
    }
}
