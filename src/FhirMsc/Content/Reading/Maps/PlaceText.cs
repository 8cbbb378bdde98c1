using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Reading.Maps;

/// <summary>Reads the written form of a place: <c>section</c>, <c>section:3</c>, <c>section:3-5</c>.</summary>
internal static partial class PlaceText
{
    /// <summary>Reads a place; numbers start at 1 and run upwards.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Place? place)
    {
        place = null;
        var match = Form().Match(text);
        if (!match.Success)
            return false;
        var first = Number(match.Groups["first"]);
        var last = Number(match.Groups["last"]) ?? first;
        if (first is 0 || last < first)
            return false;
        place = new Place(match.Groups["section"].Value, first, last);
        return true;
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<section>[A-Za-z0-9.-]{1,64})(:(?<first>\d{1,4})(-(?<last>\d{1,4}))?)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
