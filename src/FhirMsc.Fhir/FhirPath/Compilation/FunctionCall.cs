using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Compilation;

/// <summary>What a function's builder gets to work with: the call as written, and the compiler for its arguments.</summary>
internal sealed class FunctionCall(Compiler compiler, FunctionExpression expression)
{
    /// <summary>Name of the function, for messages.</summary>
    public string Name => expression.Name;

    /// <summary>Where the call stands in the text.</summary>
    public int Offset => expression.Offset;

    /// <summary>How many arguments are given.</summary>
    public int Count => expression.Arguments.Count;

    /// <summary>The definitions, if there are any.</summary>
    public FhirModel? Model => compiler.Model;

    /// <summary>See <see cref="FhirPathOptions.AsFiltersCollections"/>.</summary>
    public bool AsFiltersCollections => compiler.AsFiltersCollections;

    /// <summary>An argument as written.</summary>
    public Expression Written(int index) => expression.Arguments[index];

    /// <summary>An argument, to be run in the surroundings of the call for its value, or once for each item.</summary>
    public Program Argument(int index) => compiler.CompileScoped(expression.Arguments[index]);

    /// <summary>An argument that may be left out.</summary>
    public Program? Optional(int index) => index < Count ? Argument(index) : null;

    /// <summary>An argument that names a type.</summary>
    public TypeTest Type(int index) => TypeSpecifier.From(expression.Arguments[index]) is { } type
        ? compiler.CompileType(type)
        : throw new CompileException(FhirPathIssues.ArgumentForm, expression.Arguments[index].Offset, $"'{Name}' takes the name of a type.");

    /// <summary>Compiles another expression, such as the key of a sort.</summary>
    public Program Compile(Expression part) => compiler.CompileScoped(part);
}
