using System.Globalization;

namespace FhirMsc.Fhir.Elements;

/// <summary>FHIRPath's Quantity: a number with a unit.</summary>
/// <param name="Value">The number, with its scale as stated.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Quantity(decimal Value, QuantityUnit Unit)
{
    /// <summary>Reads <c>10 'mg'</c>, <c>4 days</c> or <c>3</c>, the forms that FHIRPath's <c>toQuantity</c> takes.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity)
    {
        quantity = default;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' || (end == 0 && text[end] is '+' or '-')))
        {
            end++;
        }

        if (!DecimalText.TryParse(text[..end], out var value))
        {
            return false;
        }

        var rest = text[end..].TrimStart();
        if (rest.IsEmpty)
        {
            quantity = new Quantity(value, QuantityUnit.One);
            return rest.Length == text.Length - end;
        }

        if (rest.Length > 2 && rest[0] == '\'' && rest[^1] == '\'' && !rest[1..^1].Contains('\''))
        {
            quantity = new Quantity(value, QuantityUnit.OfUcum(rest[1..^1].ToString()));
            return true;
        }

        if (QuantityUnit.OfCalendar(rest.ToString()) is { } calendar)
        {
            quantity = new Quantity(value, calendar);
            return true;
        }

        return false;
    }

    /// <summary>Compares two quantities by what they measure.</summary>
    /// <returns>Negative, 0 or positive; <see langword="null"/> if they can't be compared: different dimensions, unknown units, years with UCUM's definite ones.</returns>
    public static int? Compare(Quantity left, Quantity right) => QuantityComparison.Compare(left, right);

    /// <summary>The same quantity in another unit; <see langword="null"/> if it can't be converted.</summary>
    public Quantity? ConvertTo(QuantityUnit unit) => QuantityComparison.Convert(this, unit);

    /// <summary>As FHIRPath writes it: <c>1.58 'cm'</c>, <c>4 days</c>.</summary>
    public override string ToString() => $"{Value.ToString(CultureInfo.InvariantCulture)} {Unit}";
}
