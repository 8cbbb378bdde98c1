namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>What a function takes as its input, for the type checker.</summary>
internal enum FunctionInput
{
    Any,
    String,
    Number,
    Temporal,
}
