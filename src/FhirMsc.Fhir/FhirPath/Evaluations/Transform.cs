namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>A compiled step or function: takes its input from the evaluation's stack and puts its items in its place.</summary>
/// <param name="run">The evaluation.</param>
/// <param name="start">Where the input starts on the stack; it ends at the top.</param>
internal delegate void Transform(Evaluation run, int start);
