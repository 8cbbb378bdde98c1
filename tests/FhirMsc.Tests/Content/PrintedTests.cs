using FhirMsc.Content;

namespace FhirMsc.Tests.Content;

public class PrintedTests
{
    [Theory]
    [InlineData("0.29", 2)]
    [InlineData("17.60", 2)]
    [InlineData("-3", 0)]
    [InlineData("95", 0)]
    public void A_decimal_keeps_its_digits(string text, int decimals)
    {
        Assert.True(PrintedDecimal.TryParse(text, out var number));
        Assert.Equal((text, decimals), (number.ToString(), number.Decimals));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1,204")]
    [InlineData("1e5")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("١")]
    [InlineData("12345678901234567890123456789")]
    public void Anything_else_is_no_decimal(string text) => Assert.False(PrintedDecimal.TryParse(text, out _));

    [Theory]
    [InlineData("2019", true)]
    [InlineData("2019-02", true)]
    [InlineData("2020-02-29", true)]
    [InlineData("2019-02-29", false)]
    [InlineData("2019-13", false)]
    [InlineData("19", false)]
    [InlineData("April 21, 2021", false)]
    [InlineData("2019-2-1", false)]
    public void A_date_is_a_year_a_month_or_a_day_that_exists(string text, bool exists) => Assert.Equal(exists, PartialDate.TryParse(text, out _));
}
