using System.Globalization;

namespace FhirMsc.Content;

/// <summary>A date as far as it is known, in FHIR's <c>date</c> form: <c>2019</c>, <c>2019-04</c> or <c>2019-04-21</c>.</summary>
/// <param name="Text">The date in that form.</param>
public readonly record struct PartialDate(string Text)
{
    /// <summary>Reads a date and checks that the day exists.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    /// <returns>Whether it is a year, a month or a day that exists.</returns>
    public static bool TryParse(string text, out PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = new PartialDate(text);
        var format = text.Length switch { 4 => "yyyy", 7 => "yyyy-MM", 10 => "yyyy-MM-dd", _ => null };
        return format is not null && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>Whether the day is known.</summary>
    public bool HasDay => Text.Length == 10;

    /// <summary>FHIR's <c>instant</c> for a date: an instant has a time, and the first moment of the day, month or year in UTC stands for it.</summary>
    public string ToInstant() => $"{Text}{"0000-01-01"[Text.Length..]}T00:00:00Z";

    /// <summary>The date as FHIR writes it.</summary>
    public override string ToString() => Text;
}
