namespace FhirMsc.Fhir.Elements.Units;

/// <summary>A symbol (<c>mg</c>) with its exponent, as one factor of a unit.</summary>
internal readonly record struct UnitTerm(string Symbol, int Exponent);
