using System.Globalization;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Whether values that a base and a differential state for the same element rule each other out.</summary>
internal static class Contradiction
{
    /// <summary>The first two primitives that differ where both values have one; <see langword="null"/> if there are none. Lists are left alone: a pattern names items that must be among others.</summary>
    public static (string Base, string Stated)? Between(Node before, Node stated)
    {
        if (before.HasValue && stated.HasValue)
        {
            return before.Text == stated.Text ? null : (before.Text!, stated.Text!);
        }

        foreach (var child in before.Children)
        {
            if (!child.IsArrayItem && stated.Child(child.Name) is { Exists: true } other && Between(child, other) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Which of two limits is the greater: below zero for the first. <see langword="null"/> where that cannot be told without knowing more, as of dates of different precision.</summary>
    public static int? Compare(ElementValue left, ElementValue right)
    {
        if (left.TypeName != right.TypeName || left.Node.Text is not { } one || right.Node.Text is not { } other)
        {
            return null;
        }

        return decimal.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second) ? number.CompareTo(second)
            : left.TypeName is "date" && one.Length == other.Length ? Math.Sign(string.CompareOrdinal(one, other))
            : null;
    }
}
