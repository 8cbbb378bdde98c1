using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Elements.Units;

namespace FhirMsc.Fhir.Tests.Elements;

public class QuantityTests
{
    [Theory]
    [InlineData("1 '[in_i]'", "cm", "2.54 'cm'")]
    [InlineData("1 '[lb_av]'", "g", "453.59237 'g'")]
    [InlineData("1 '[gal_us]'", "L", "3.785411784 'L'")]
    [InlineData("1 'm[H2O]'", "Pa", "9806.65 'Pa'")]
    [InlineData("120 'mm[Hg]'", "kPa", "15.99864 'kPa'")]
    [InlineData("37 'Cel'", "[degF]", "98.6 '[degF]'")]
    [InlineData("32 '[degF]'", "Cel", "0 'Cel'")]
    [InlineData("0 'Cel'", "K", "273.15 'K'")]
    [InlineData("1000 'mCel'", "Cel", "1 'Cel'")]
    [InlineData("5 'mmol/L'", "mol/m3", "5 'mol/m3'")]
    [InlineData("1 '10*3/ul'", "10*9/L", "1 '10*9/L'")]
    [InlineData("1 'ug/kg/min'", "mg/kg/h", "0.06 'mg/kg/h'")]
    [InlineData("1 'kg.m/s2'", "N", "1 'N'")]
    [InlineData("1 'k[IU]/L'", "[iU]/mL", "1 '[iU]/mL'")]
    [InlineData("1 '/d'", "/wk", "7 '/wk'")]
    [InlineData("1 '[psi]'", "[lbf_av]/[in_i]2", "1 '[lbf_av]/[in_i]2'")]
    [InlineData("1 'a'", "d", "365.25 'd'")]
    [InlineData("1 'mg{total}/dL'", "g/L", "0.01 'g/L'")]
    [InlineData("1 'kcal'", "kJ", "4.184 'kJ'")]
    [InlineData("1 'deg'", "'", "60 '''")]
    [InlineData("50 '%'", "1", "0.5 '1'")]
    [InlineData("1 'U/L'", "ukat/L", "0.0166666666666666666666666667 'ukat/L'")]
    [InlineData("1 'Gy'", "RAD", "100 'RAD'")]
    [InlineData("1 year", "month", "12 month")]
    [InlineData("1 week", "d", "7 'd'")]
    [InlineData("1 year", "a", null)]
    [InlineData("1 'kg'", "m", null)]
    [InlineData("1 '[pH]'", "1", null)]
    [InlineData("1 'mg'", "nonsense", null)]
    public void Converts_units(string quantity, string unit, string? expected)
    {
        Assert.True(Quantity.TryParse(quantity, out var value));

        Assert.Equal(expected, value.ConvertTo(QuantityUnit.Of(unit))?.ToString());
    }

    [Theory]
    [InlineData("1 'g'", "1000 'mg'", 0)]
    [InlineData("1 'g'", "999.9999999999 'mg'", 1)]
    [InlineData("1 '[pH]'", "2 '[pH]'", -1)]
    [InlineData("1 'dB'", "1 'B'", null)]
    [InlineData("1 year", "12 months", 0)]
    [InlineData("1 year", "1 'a'", null)]
    [InlineData("1 month", "30 days", 0)]
    [InlineData("1 hour", "60 'min'", 0)]
    [InlineData("1 'mg'", "1 'mL'", null)]
    [InlineData("1 'x'", "2 'x'", -1)]
    public void Compares_what_is_measured(string left, string right, int? order)
    {
        Assert.Equal(order, Quantity.Compare(Parse(left), Parse(right)) is { } found ? Math.Sign(found) : null);
    }

    [Fact]
    public void A_ucum_year_of_a_resource_stands_for_the_calendar_year_as_well()
    {
        var fhir = new Quantity(1, QuantityUnit.OfFhir("a"));
        var calendar = Parse("1 year");
        var definite = Parse("1 'a'");

        Assert.Equal(0, Quantity.Compare(fhir, calendar));
        Assert.Equal(0, Quantity.Compare(fhir, definite));
        Assert.Null(Quantity.Compare(calendar, definite));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mg ")]
    [InlineData("m2.x")]
    [InlineData("(mg")]
    [InlineData("mg)")]
    [InlineData("mg{a")]
    [InlineData("/")]
    [InlineData("m+-2")]
    [InlineData("0")]
    [InlineData("kmin")]
    [InlineData("Cel2")]
    [InlineData("Cel.m")]
    [InlineData("KG")]
    public void Refuses_what_ucum_does_not_have(string code) => Assert.Null(new UnitParser(UnitTable.Ucum).Parse(code));

    [Theory]
    [InlineData("5")]
    [InlineData("-5.50 'mg'")]
    [InlineData("+5 'mg'")]
    [InlineData("5days")]
    public void Reads_the_forms_of_toQuantity(string text) => Assert.True(Quantity.TryParse(text, out _));

    [Theory]
    [InlineData("5 mg")]
    [InlineData("5 ''")]
    [InlineData("'mg'")]
    [InlineData("5 'a'b'")]
    [InlineData("1.2.3")]
    public void Refuses_other_forms(string text) => Assert.False(Quantity.TryParse(text, out _));

    private static Quantity Parse(string text)
    {
        Assert.True(Quantity.TryParse(text, out var quantity));
        return quantity;
    }
}
