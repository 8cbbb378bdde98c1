namespace FhirMsc.Fhir.FhirPath.Values;

/// <summary>What <c>type()</c> gives: the name of a type and of the model it is from.</summary>
/// <param name="Namespace"><c>System</c>, or <c>FHIR</c>.</param>
/// <param name="Name">E.g. <c>Integer</c>, <c>Patient</c>.</param>
/// <param name="BaseType">The full name of the type it derives from.</param>
internal sealed record TypeName(string Namespace, string Name, string BaseType = "System.Any")
{
    public override string ToString() => $"{Namespace}.{Name}";
}
