using FhirMsc.Fhir.Elements;

namespace FhirMsc.Fhir.Tests.Elements;

public class TemporalTests
{
    [Theory]
    [InlineData("2012", TemporalKind.Date, TemporalPrecision.Year)]
    [InlineData("2012-02", TemporalKind.Date, TemporalPrecision.Month)]
    [InlineData("2012-02-29", TemporalKind.Date, TemporalPrecision.Day)]
    [InlineData("2012-02-29T10", TemporalKind.DateTime, TemporalPrecision.Hour)]
    [InlineData("2012-02-29T10:30+02:00", TemporalKind.DateTime, TemporalPrecision.Minute)]
    [InlineData("2012-02-29T10:30:05Z", TemporalKind.DateTime, TemporalPrecision.Second)]
    [InlineData("2012-02-29T10:30:05.1234567-11:30", TemporalKind.DateTime, TemporalPrecision.Second)]
    [InlineData("2016-12-31T23:59:60Z", TemporalKind.DateTime, TemporalPrecision.Second)]
    [InlineData("10:30:05.120", TemporalKind.Time, TemporalPrecision.Second)]
    [InlineData("10", TemporalKind.Time, TemporalPrecision.Hour)]
    public void Keeps_what_was_stated(string text, TemporalKind kind, TemporalPrecision precision)
    {
        Assert.True(Temporal.TryParse(text, kind, out var value));
        Assert.Equal((kind, precision, text), (value.Kind, value.Precision, value.ToString()));
    }

    [Theory]
    [InlineData("", TemporalKind.Date)]
    [InlineData("0000", TemporalKind.Date)]
    [InlineData("12", TemporalKind.Date)]
    [InlineData("2012-2", TemporalKind.Date)]
    [InlineData("2011-02-29", TemporalKind.Date)]
    [InlineData("2012-02-29T10:30", TemporalKind.Date)]
    [InlineData("2012-02T10:30", TemporalKind.DateTime)]
    [InlineData("2012-02-29T24:00", TemporalKind.DateTime)]
    [InlineData("2012-02-29T10:30:61", TemporalKind.DateTime)]
    [InlineData("2012-02-29T10:30:", TemporalKind.DateTime)]
    [InlineData("2012-02-29T10:30:05.", TemporalKind.DateTime)]
    [InlineData("2012-02-29T10:30+15:00", TemporalKind.DateTime)]
    [InlineData("2012-02-29 10:30", TemporalKind.DateTime)]
    [InlineData("10:30Z", TemporalKind.Time)]
    [InlineData("10:60", TemporalKind.Time)]
    public void Refuses_what_no_calendar_has(string text, TemporalKind kind) => Assert.False(Temporal.TryParse(text, kind, out _));

    [Theory]
    [InlineData("2012", "2012", 0)]
    [InlineData("2012", "2013-01", -1)]
    [InlineData("2012", "2012-01", null)]
    [InlineData("2012-01-01T10:30:00", "2012-01-01T10:30:00.000", 0)]
    [InlineData("2012-01-01T10:30", "2012-01-01T10:30:00", null)]
    [InlineData("2012-01-01T23:00-04:00", "2012-01-02T03:00Z", 0)]
    [InlineData("2012-01-01T10:00Z", "2012-01-01T10:00", null)]
    [InlineData("2012-01-01T10:00Z", "2012-01-02T01:00", -1)]
    [InlineData("2012-01-03T10:00", "2012-01-01T10:00Z", 1)]
    [InlineData("2012-01-01", "2012-01-02T01:00+14:00", -1)]
    public void Compares_as_far_as_both_state(string left, string right, int? order)
    {
        var l = Moment(left);
        var r = Moment(right);

        Assert.Equal(order, Temporal.Compare(l, r) is { } found ? Math.Sign(found) : null);
        Assert.Equal(-order, Temporal.Compare(r, l) is { } back ? Math.Sign(back) : null);
    }

    [Theory]
    [InlineData("2016-02-29", 1, CalendarUnit.Year, "2017-02-28")]
    [InlineData("2016-01-31", 1, CalendarUnit.Month, "2016-02-29")]
    [InlineData("2016-01-31", -2, CalendarUnit.Month, "2015-11-30")]
    [InlineData("2016-02-28", 1.9, CalendarUnit.Day, "2016-02-29")]
    [InlineData("2016", 11, CalendarUnit.Month, "2016")]
    [InlineData("2016", 730, CalendarUnit.Day, "2018")]
    [InlineData("2016-01", 29, CalendarUnit.Day, "2016-01")]
    [InlineData("2016-01", 10, CalendarUnit.Week, "2016-03")]
    [InlineData("2016-01-01T10:00", 59, CalendarUnit.Second, "2016-01-01T10:00")]
    [InlineData("2016-01-01T10:00:00", 0.5, CalendarUnit.Second, "2016-01-01T10:00:00.500")]
    [InlineData("2016-12-31T23:59:59Z", 1, CalendarUnit.Second, "2017-01-01T00:00:00Z")]
    public void Moves_by_calendar_durations(string start, double amount, CalendarUnit unit, string expected)
    {
        Assert.Equal(expected, TemporalArithmetic.Add(Moment(start), (decimal)amount, unit)?.ToString());
    }

    private static Temporal Moment(string text)
    {
        Assert.True(Temporal.TryParse(text, TemporalKind.DateTime, out var value));
        return value;
    }
}
