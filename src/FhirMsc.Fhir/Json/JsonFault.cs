namespace FhirMsc.Fhir.Json;

/// <summary>Ends the scanning of a text that is not JSON, or too deep. Where and why is found out by whoever catches it.</summary>
internal sealed class JsonFault : Exception;
