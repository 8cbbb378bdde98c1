using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Questionnaires;

/// <summary>Compares answers with each other, with options and with limits.</summary>
internal static class AnswerComparison
{
    /// <summary>Whether two values are the same answer; <see langword="null"/> if that can't be told, as with quantities of different kinds of units.</summary>
    public static bool? AreEqual(ChoiceValue left, ChoiceValue right)
    {
        if (!left.Exists || !right.Exists)
        {
            return null;
        }

        if (left.Type == "Coding" && right.Type == "Coding")
        {
            return IsSameCode(left.Node, right.Node);
        }

        if (left.Type == "Reference" && right.Type == "Reference")
        {
            return left.Node.Child("reference").Text == right.Node.Child("reference").Text;
        }

        if (Order(left, right) is { } order)
        {
            return order == 0;
        }

        return left.Node.HasValue && right.Node.HasValue && left.Type == right.Type ? left.Node.Text == right.Node.Text : left.Type != right.Type ? false : null;
    }

    /// <summary>Negative, 0 or positive; <see langword="null"/> if the values have no order or it can't be told from what they state.</summary>
    public static int? Order(ChoiceValue left, ChoiceValue right) => (left.Type, right.Type) switch
    {
        ("Integer" or "Decimal", "Integer" or "Decimal") => Number(left.Node) is { } l && Number(right.Node) is { } r ? l.CompareTo(r) : null,
        ("Date" or "DateTime", "Date" or "DateTime") or ("Time", "Time") => Moment(left) is { } l && Moment(right) is { } r ? TemporalComparison.Compare(l, r) : null,
        ("Quantity", "Quantity") => QuantityElement.Read(left.Node).Quantity is { } l && QuantityElement.Read(right.Node).Quantity is { } r ? Quantity.Compare(l, r) : null,
        ("String", "String") => string.CompareOrdinal(left.Node.Text, right.Node.Text),
        _ => null,
    };

    /// <summary>The same system and code; where one has no code, the same display.</summary>
    private static bool IsSameCode(Node left, Node right)
    {
        var (l, r) = (left.Child("code").Text, right.Child("code").Text);
        return l is null || r is null
            ? l is null && r is null && left.Child("display").Text is { } display && display == right.Child("display").Text
            : l == r && left.Child("system").Text == right.Child("system").Text;
    }

    private static decimal? Number(Node node) => node.HasValue && DecimalText.TryParse(node.RawValue, out var value) ? value : null;

    private static Temporal? Moment(ChoiceValue value)
    {
        var kind = value.Type switch { "Date" => TemporalKind.Date, "Time" => TemporalKind.Time, _ => TemporalKind.DateTime };
        return value.Node.Text is { } text && Temporal.TryParse(text, kind, out var moment) ? moment : null;
    }
}
