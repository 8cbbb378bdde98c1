namespace FhirMsc.Fhir.Elements.Units;

/// <summary>A unit whose scale is not a ratio scale (UCUM §21).</summary>
/// <param name="Code">Its code without prefix.</param>
/// <param name="IsLinear">Whether it is a shifted ratio scale, which this library converts; logarithmic levels it only compares with themselves.</param>
/// <param name="Offset">What to add to a value, in its own steps, to get to the zero of the ratio scale.</param>
internal sealed record SpecialUnit(string Code, bool IsLinear, BigRational Offset);
