using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>Equality of items and collections, the rule of <c>=</c> (FHIRPath, Equals). Null stands for "can't be told".</summary>
internal static class ItemEquality
{
    /// <summary>Whether two collections on the stack are equal: same number, equal one by one, in order.</summary>
    public static bool? Collections(Evaluation run, int left, int right)
    {
        var count = right - left;
        if (count == 0 || run.Top == right)
        {
            return null;
        }

        if (count != run.Top - right)
        {
            return false;
        }

        bool? all = true;
        for (var i = 0; i < count; i++)
        {
            run.Step();
            switch (Items(run, run[left + i], run[right + i]))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
                default:
                    break;
            }
        }

        return all;
    }

    public static bool? Items(Evaluation run, in Item left, in Item right)
    {
        if (left.IsNode && right.IsNode)
        {
            return Nodes(run, left, right);
        }

        // Text is compared as text, whatever type the definitions give it.
        if (left.Kind == ItemKind.String || right.Kind == ItemKind.String)
        {
            var l = left.AsString();
            var r = right.AsString();
            return l is not null && r is not null && string.Equals(l, r, StringComparison.Ordinal);
        }

        var hasLeft = run.TryConvert(left, out var leftValue);
        var hasRight = run.TryConvert(right, out var rightValue);
        return hasLeft && hasRight ? Values(leftValue, rightValue) : hasLeft == hasRight ? false : Unconverted(run, hasLeft ? right : left);
    }

    public static bool? Values(in Item left, in Item right)
    {
        var l = left.Kind;
        var r = right.Kind;
        switch (l)
        {
            case ItemKind.Boolean:
                return r == ItemKind.Boolean && left.BooleanValue == right.BooleanValue;
            case ItemKind.String:
                return r == ItemKind.String && string.Equals(left.StringValue, right.StringValue, StringComparison.Ordinal);
            case ItemKind.Integer or ItemKind.Long when r is ItemKind.Integer or ItemKind.Long:
                return left.LongValue == right.LongValue;
            case ItemKind.Type:
                return r == ItemKind.Type && left.TypeNameValue == right.TypeNameValue;
            default:
                break;
        }

        if (Numbers.TryDecimal(left, out var leftNumber) && Numbers.TryDecimal(right, out var rightNumber))
        {
            return leftNumber == rightNumber;
        }

        if (l == ItemKind.Quantity || r == ItemKind.Quantity)
        {
            return Numbers.TryQuantity(left, out var leftQuantity) && Numbers.TryQuantity(right, out var rightQuantity)
                ? Quantity.Compare(leftQuantity, rightQuantity) is { } order ? order == 0 : null
                : false;
        }

        if (l is ItemKind.Date or ItemKind.DateTime && r is ItemKind.Date or ItemKind.DateTime || l == ItemKind.Time && r == ItemKind.Time)
        {
            return Temporal.Compare(left.TemporalValue, right.TemporalValue) is { } order ? order == 0 : null;
        }

        return false;
    }

    /// <summary>A value against a node without one: a Quantity that can't be converted might be equal, everything else is not.</summary>
    private static bool? Unconverted(Evaluation run, in Item node) => node.IsNode && run.IsQuantity(node) ? null : false;

    private static bool? Nodes(Evaluation run, in Item left, in Item right)
    {
        if (ReferenceEquals(left.Tree, right.Tree) && left.Index == right.Index)
        {
            return true;
        }

        var (l, r) = (left.Node, right.Node);
        if (l.Kind == NodeKind.String && r.Kind == NodeKind.String && SameText(l, r))
        {
            return true;
        }

        if (l.HasValue && r.HasValue)
        {
            return run.TryConvert(left, out var leftValue) && run.TryConvert(right, out var rightValue) && Values(leftValue, rightValue) is var equal ? equal : false;
        }

        if (run.TryConvert(left, out var leftQuantity) && run.TryConvert(right, out var rightQuantity))
        {
            return Values(leftQuantity, rightQuantity);
        }

        return DeepNodes.AreEqual(run, l, r);
    }

    private static bool SameText(Node left, Node right) => !left.IsEscaped && !right.IsEscaped ? left.RawValue.SequenceEqual(right.RawValue) : left.Text == right.Text;
}
