using FhirMsc.Fhir.Elements;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>The implicit conversions between numbers (FHIRPath, Conversion): Integer to Long to Decimal to Quantity.</summary>
internal static class Numbers
{
    public static bool IsNumber(in Item item) => item.Kind is ItemKind.Integer or ItemKind.Long or ItemKind.Decimal;

    public static bool TryDecimal(in Item item, out decimal number)
    {
        switch (item.Kind)
        {
            case ItemKind.Integer or ItemKind.Long:
                number = item.LongValue;
                return true;
            case ItemKind.Decimal:
                number = item.DecimalValue;
                return true;
            default:
                number = 0;
                return false;
        }
    }

    public static bool TryQuantity(in Item item, out Quantity quantity)
    {
        if (item.Kind == ItemKind.Quantity)
        {
            quantity = item.QuantityValue;
            return true;
        }

        if (TryDecimal(item, out var number))
        {
            quantity = new Quantity(number, QuantityUnit.One);
            return true;
        }

        quantity = default;
        return false;
    }
}
