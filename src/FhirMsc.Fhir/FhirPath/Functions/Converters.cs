using System.Globalization;
using FhirMsc.Fhir.Elements;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIRPath, Conversion: the tables of what converts to what.</summary>
internal static class Converters
{
    public static Item? ToBoolean(in Item value)
    {
        switch (value.Kind)
        {
            case ItemKind.Boolean:
                return value;
            case ItemKind.Integer or ItemKind.Long:
                return value.LongValue is 0 or 1 ? Item.Of(value.LongValue == 1) : null;
            case ItemKind.Decimal:
                return value.DecimalValue is 0 or 1 ? Item.Of(value.DecimalValue == 1) : null;
            case ItemKind.String:
                return value.StringValue.ToLowerInvariant() switch
                {
                    "true" or "t" or "yes" or "y" or "1" or "1.0" => Item.Of(true),
                    "false" or "f" or "no" or "n" or "0" or "0.0" => Item.Of(false),
                    _ => null,
                };
            default:
                return null;
        }
    }

    public static Item? ToInteger(in Item value) => value.Kind switch
    {
        ItemKind.Integer => value,
        ItemKind.Long => value.LongValue is >= int.MinValue and <= int.MaxValue ? Item.Of((int)value.LongValue) : null,
        ItemKind.Boolean => Item.Of(value.BooleanValue ? 1 : 0),
        ItemKind.String => IsWhole(value.StringValue) && int.TryParse(value.StringValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Item.Of(number) : null,
        _ => null,
    };

    public static Item? ToLong(in Item value) => value.Kind switch
    {
        ItemKind.Integer or ItemKind.Long => Item.OfLong(value.LongValue),
        ItemKind.Boolean => Item.OfLong(value.BooleanValue ? 1 : 0),
        ItemKind.String => IsWhole(value.StringValue) && long.TryParse(value.StringValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Item.OfLong(number) : null,
        _ => null,
    };

    public static Item? ToDecimal(in Item value) => value.Kind switch
    {
        ItemKind.Decimal => value,
        ItemKind.Integer or ItemKind.Long => Item.Of((decimal)value.LongValue),
        ItemKind.Boolean => Item.Of(value.BooleanValue ? 1.0m : 0.0m),
        ItemKind.String => DecimalText.TryParse(value.StringValue, out var number) ? Item.Of(number) : null,
        _ => null,
    };

    public static Item? ToDate(in Item value) => value.Kind switch
    {
        ItemKind.Date => value,
        ItemKind.DateTime => Item.Of(DateOf(value.TemporalValue)),
        ItemKind.String => Temporal.TryParse(value.StringValue, TemporalKind.Date, out var date) ? Item.Of(date)
            : Temporal.TryParse(value.StringValue, TemporalKind.DateTime, out var moment) ? Item.Of(DateOf(moment)) : null,
        _ => null,
    };

    public static Item? ToDateTime(in Item value) => value.Kind switch
    {
        ItemKind.DateTime => value,
        ItemKind.Date => Item.Of(value.TemporalValue.As(TemporalKind.DateTime)),
        ItemKind.String => Temporal.TryParse(value.StringValue, TemporalKind.DateTime, out var moment) ? Item.Of(moment) : null,
        _ => null,
    };

    public static Item? ToTime(in Item value) => value.Kind switch
    {
        ItemKind.Time => value,
        ItemKind.String => Temporal.TryParse(value.StringValue, TemporalKind.Time, out var time) ? Item.Of(time) : null,
        _ => null,
    };

    public static Item? ToText(in Item value) => value.Kind switch
    {
        ItemKind.String => value,
        ItemKind.Type or ItemKind.Node => null,
        _ => Item.Of(value.ToString()),
    };

    public static bool TryQuantity(in Item value, out Quantity quantity)
    {
        quantity = default;
        switch (value.Kind)
        {
            case ItemKind.Quantity:
                quantity = value.QuantityValue;
                return true;
            case ItemKind.Integer:
                quantity = new Quantity(value.IntegerValue, QuantityUnit.One);
                return true;
            case ItemKind.Decimal:
                quantity = new Quantity(value.DecimalValue, QuantityUnit.One);
                return true;
            case ItemKind.Boolean:
                quantity = new Quantity(value.BooleanValue ? 1.0m : 0.0m, QuantityUnit.One);
                return true;
            case ItemKind.String:
                return Quantity.TryParse(value.StringValue, out quantity);
            default:
                return false;
        }
    }

    /// <summary>The date of a moment, as far as it is stated.</summary>
    public static Temporal DateOf(Temporal moment)
    {
        var precision = moment.Precision < TemporalPrecision.Day ? moment.Precision : TemporalPrecision.Day;
        return new Temporal(TemporalKind.Date, precision, TemporalComparison.Truncate(moment.Ticks, precision));
    }

    /// <summary><c>(\+|-)?\d+</c>.</summary>
    private static bool IsWhole(string text)
    {
        var digits = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
