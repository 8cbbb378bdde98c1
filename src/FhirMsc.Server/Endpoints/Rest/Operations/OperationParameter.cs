namespace FhirMsc.Server.Endpoints.Rest.Operations;

/// <summary>A parameter of an operation of our own.</summary>
/// <param name="Name">Name.</param>
/// <param name="IsInput">Whether it goes in, as opposed to out.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Type">FHIR type.</param>
/// <param name="Documentation">What it means.</param>
internal sealed record OperationParameter(string Name, bool IsInput, bool IsRequired, string Type, string Documentation);
