using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Values;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Equivalence of items and collections, the rule of <c>~</c> (FHIRPath, Equivalent): always yes or no.</summary>
internal static class ItemEquivalence
{
    /// <summary>Whether two collections on the stack are equivalent, in any order.</summary>
    public static bool Collections(Evaluation run, int left, int right)
    {
        var count = right - left;
        if (count != run.Top - right)
        {
            return false;
        }

        var taken = count <= 256 ? stackalloc bool[count] : new bool[count];
        for (var i = 0; i < count; i++)
        {
            var found = false;
            for (var j = 0; j < count && !found; j++)
            {
                run.Step();
                if (!taken[j] && Items(run, run[left + i], run[right + j]))
                {
                    taken[j] = found = true;
                }
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    public static bool Items(Evaluation run, in Item left, in Item right)
    {
        var hasLeft = run.TryConvert(left, out var l);
        var hasRight = run.TryConvert(right, out var r);
        if (hasLeft && hasRight)
        {
            return Values(l, r);
        }

        return left.IsNode && right.IsNode && hasLeft == hasRight
            && (IsConcept(run, left) && IsConcept(run, right) ? Concepts(left.Node, right.Node) : DeepNodes.AreEquivalent(run, left.Node, right.Node));
    }

    private static bool Values(in Item left, in Item right)
    {
        if (left.Kind == ItemKind.String && right.Kind == ItemKind.String)
        {
            return StringEquivalence.AreEquivalent(left.StringValue, right.StringValue);
        }

        if (Numbers.TryDecimal(left, out var l) && Numbers.TryDecimal(right, out var r))
        {
            return left.Kind != ItemKind.Decimal && right.Kind != ItemKind.Decimal ? l == r : DecimalText.AreEquivalent(l, r);
        }

        if (left.Kind == ItemKind.Quantity || right.Kind == ItemKind.Quantity)
        {
            return Numbers.TryQuantity(left, out var leftQuantity) && Numbers.TryQuantity(right, out var rightQuantity) && QuantityComparison.AreEquivalent(leftQuantity, rightQuantity);
        }

        if (left.Kind is ItemKind.Date or ItemKind.DateTime or ItemKind.Time && right.Kind is ItemKind.Date or ItemKind.DateTime or ItemKind.Time)
        {
            return (left.Kind == ItemKind.Time) == (right.Kind == ItemKind.Time) && TemporalComparison.AreEquivalent(left.TemporalValue, right.TemporalValue);
        }

        return ItemEquality.Values(left, right) ?? false;
    }

    private static bool IsConcept(Evaluation run, in Item item) => run.TypeOf(item) is { Name: "Coding" or "CodeableConcept" };

    /// <summary>FHIR, Using FHIRPath: codings are equivalent if system and code are, concepts if any of their codings are.</summary>
    private static bool Concepts(Json.Node left, Json.Node right)
    {
        var rights = Codings(right);
        return Codings(left).Any(l => rights.Any(r => l.Code is not null && l.Code == r.Code && l.System == r.System));
    }

    private static List<(string? System, string? Code)> Codings(Json.Node node)
    {
        var codings = node.ChildrenNamed("coding").Select(coding => (coding.Child("system").Text, coding.Child("code").Text)).ToList();
        return node.Child("code").Exists ? [(node.Child("system").Text, node.Child("code").Text)] : codings;
    }
}
