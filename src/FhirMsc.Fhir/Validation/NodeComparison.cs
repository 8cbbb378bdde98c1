using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>Compares values deeply, as fixed values and patterns ask for (https://hl7.org/fhir/R4/elementdefinition-definitions.html, fixed[x] and pattern[x]).</summary>
internal static class NodeComparison
{
    /// <summary>Whether two nodes have the same value and the same children in the same order; names are not compared at the top.</summary>
    public static bool AreEqual(Node left, Node right)
    {
        if (!HaveSameValue(left, right))
        {
            return false;
        }

        // Properties of a JSON object have no order; items of one name have.
        var (lefts, rights) = (0, 0);
        foreach (var child in left.Children)
        {
            lefts++;
            if (!AreEqual(child, Counterpart(child, right)))
            {
                return false;
            }
        }

        foreach (var _ in right.Children)
        {
            rights++;
        }

        return lefts == rights;
    }

    /// <summary>Whether a value has all that a pattern has; each item of a list in the pattern must be met by some item of the value's list.</summary>
    public static bool Matches(Node pattern, Node value)
    {
        if (pattern.HasValue && !HaveSameValue(pattern, value))
        {
            return false;
        }

        foreach (var part in pattern.Children)
        {
            var isMet = false;
            foreach (var child in value.Children)
            {
                isMet = isMet || (HaveSameName(part, child) && Matches(part, child));
            }

            if (!isMet)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A definition's value for people: the text of a primitive, else its JSON.</summary>
    public static string Show(ElementValue value) => Show(value.Node);

    /// <inheritdoc cref="Show(ElementValue)"/>
    public static string Show(Node value)
    {
        if (value is { HasChildren: false, Text: { } text })
        {
            return $"'{text}'";
        }

        var json = Encoding.UTF8.GetString(JsonWriter.WriteElement(value));
        return json[(json.IndexOf(':', StringComparison.Ordinal) + 1)..^1];
    }

    private static Node Counterpart(Node child, Node parent)
    {
        var before = NodePath.IndexOf(child);
        foreach (var other in parent.Children)
        {
            if (HaveSameName(child, other) && before-- == 0)
            {
                return other;
            }
        }

        return default;
    }

    private static bool HaveSameName(Node left, Node right) =>
        left.NameNumber == right.NameNumber ? left.NameNumber < NameTable.Fhir.Count || left.Name == right.Name : left.NameNumber >= NameTable.Fhir.Count && left.Name == right.Name;

    private static bool HaveSameValue(Node left, Node right)
    {
        if (!left.Exists || !right.Exists || left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            NodeKind.String => left.IsEscaped || right.IsEscaped ? left.Text == right.Text : left.RawValue.SequenceEqual(right.RawValue),
            NodeKind.Number => left.RawValue.SequenceEqual(right.RawValue) || (DecimalText.TryParse(left.RawValue, out var l) && DecimalText.TryParse(right.RawValue, out var r) && l == r),
            _ => true,
        };
    }
}
