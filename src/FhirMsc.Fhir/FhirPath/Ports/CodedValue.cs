namespace FhirMsc.Fhir.FhirPath.Ports;

/// <summary>A code to ask about.</summary>
/// <param name="System">URL of the code system; <see langword="null"/> for a plain code, whose system the value set tells; empty for a Coding that does not state it.</param>
/// <param name="Code">The code.</param>
/// <param name="Version">Version of the code system, if stated.</param>
public readonly record struct CodedValue(string? System, string Code, string? Version = null);
