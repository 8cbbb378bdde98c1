using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Reads printed dates.</summary>
internal static partial class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a date with its month in words, in ISO form, or as month/day/year as American pages print it.</summary>
    public static PartialDate? Read(string text)
    {
        var printed = Form().Match(text.Trim());
        if (!printed.Success)
            return null;
        var (year, month, day) = (Number(printed, "y"), printed.Groups["m"] is { Success: true } name ? Array.IndexOf(Months, name.Value[..3].ToLowerInvariant()) + 1 : Number(printed, "mm"), Number(printed, "d"));
        if (year < 100)
            return null;
        var iso = day > 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}") : month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}") : string.Create(CultureInfo.InvariantCulture, $"{year:0000}");
        return PartialDate.TryParse(iso, out var date) ? date : null;
    }

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<m>[A-Za-z]{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})|(?<d>\d{1,2})(?:st|nd|rd|th)? (?<m>[A-Za-z]{3,9})\.?,? (?<y>\d{4})|(?<m>[A-Za-z]{3,9})\.?,? (?<y>\d{4})|(?<y>\d{4}) (?<m>[A-Za-z]{3,9})\.? (?<d>\d{1,2})|(?<y>\d{4})[- ](?<mm>\d{2})[- ](?<d>\d{2})|(?<mm>\d{1,2})/(?<d>\d{1,2})/(?<y>\d{4})|(?<y>\d{4}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
