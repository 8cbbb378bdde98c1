using System.Globalization;
using System.Xml.Linq;
using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Suites.FhirPath;

/// <summary>One <c>output</c> of HL7's suite against an item.</summary>
internal static class ExpectedItem
{
    public static bool Matches(XElement output, Item item)
    {
        var text = output.Value;
        return (string?)output.Attribute("type") switch
        {
            "boolean" => item.AsBoolean() is { } value && text == (value ? "true" : "false"),
            "integer" => item.AsInteger() is { } number && text == number.ToString(CultureInfo.InvariantCulture),
            "decimal" => item.AsDecimal() is { } number && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected) && number == expected,
            "date" or "dateTime" or "time" => item.AsTemporal() is { } moment && text.TrimStart('@').TrimStart('T') == moment.ToString(),
            "Quantity" => item.AsQuantity() is { } quantity && text == quantity.ToString(),
            null => item.ToString() == text || (text.StartsWith('@') && item.AsTemporal()?.ToString() == text.TrimStart('@').TrimStart('T')),
            _ => item.AsString() == text,
        };
    }
}
