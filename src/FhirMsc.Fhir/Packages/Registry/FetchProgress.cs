namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>How far the fetching of a package is.</summary>
/// <param name="Package">Name and version.</param>
/// <param name="Bytes">Bytes that have come.</param>
/// <param name="Total">Bytes there are; <see langword="null"/> if the server does not say.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record FetchProgress(string Package, long Bytes, long? Total, int Attempt);
