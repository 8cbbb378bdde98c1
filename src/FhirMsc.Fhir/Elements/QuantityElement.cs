using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Elements;

/// <summary>FHIR's Quantity (value, comparator, unit, system, code) as FHIRPath's.</summary>
internal static class QuantityElement
{
    private const string UcumSystem = "http://unitsofmeasure.org";

    private static readonly int Value = NameTable.Fhir.Find("value");
    private static readonly int Comparator = NameTable.Fhir.Find("comparator");
    private static readonly int Unit = NameTable.Fhir.Find("unit");
    private static readonly int System = NameTable.Fhir.Find("system");
    private static readonly int Code = NameTable.Fhir.Find("code");

    /// <summary>
    /// The quantity, if there is a value, its unit is UCUM's or there is none, and no comparator says that the number is only a bound; and whether one does.
    /// </summary>
    public static (Quantity? Quantity, bool HasComparator) Read(Node node)
    {
        var value = node.Child(Value);
        var hasComparator = node.Child(Comparator).Exists;
        if (!value.Exists || hasComparator || !DecimalText.TryParse(value.RawValue, out var number))
        {
            return (null, hasComparator);
        }

        var code = node.Child(Code);
        if (!code.Exists)
        {
            // A unit for people only is no code; without any unit the number is a plain one.
            return (node.Child(Unit).Exists ? null : new Quantity(number, QuantityUnit.One), false);
        }

        var system = node.Child(System);
        return system.Exists && system.Text != UcumSystem ? (null, false) : (new Quantity(number, QuantityUnit.OfFhir(code.Text ?? "1")), false);
    }
}
