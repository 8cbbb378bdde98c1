namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>A compiled expression: puts its items on the evaluation's stack.</summary>
internal delegate void Program(Evaluation run);
