using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>One function of the library.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Least">How many arguments it takes at least.</param>
/// <param name="Most">How many at most.</param>
/// <param name="Input">What it is called on.</param>
/// <param name="Output">What it gives.</param>
/// <param name="Build">Makes the step of a call.</param>
internal sealed record FunctionDefinition(string Name, int Least, int Most, FunctionInput Input, FunctionOutput Output, Func<FunctionCall, Transform> Build);
