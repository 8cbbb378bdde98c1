using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Values;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Evaluations;

/// <summary>
/// Equality and equivalence of elements with children: every child must have its counterpart of the same name. Among children of one name the order counts;
/// the order of names does not. Values inside are compared as written, numbers as numbers.
/// </summary>
internal static class DeepNodes
{
    public static bool AreEqual(Evaluation run, Node left, Node right) => Compare(run, left, right, equivalent: false);

    public static bool AreEquivalent(Evaluation run, Node left, Node right) => Compare(run, left, right, equivalent: true);

    /// <summary>A number that equal elements have in common.</summary>
    public static int Hash(Evaluation run, Node node)
    {
        run.Step();
        var hash = node.Kind switch
        {
            NodeKind.String => string.GetHashCode(node.Text, StringComparison.Ordinal),
            NodeKind.Number => DecimalText.TryParse(node.RawValue, out var number) ? number.GetHashCode() : 1,
            NodeKind.True => 2,
            NodeKind.False => 3,
            _ => 4,
        };
        foreach (var child in node.Children)
        {
            hash += string.GetHashCode(child.Name, StringComparison.Ordinal) ^ (Hash(run, child) * 31);
        }

        return hash;
    }

    private static bool Compare(Evaluation run, Node left, Node right, bool equivalent)
    {
        run.Step();
        if (!SameValue(left, right, equivalent))
        {
            return false;
        }

        if (equivalent)
        {
            return SameChildrenAnyOrder(run, left, right);
        }

        return SameNamesInTurn(left, right) ? SameChildrenInTurn(run, left, right) : SameChildrenByName(run, left, right);
    }

    /// <summary>Whether both have children of the same names in the same order, which is the common case and needs no searching.</summary>
    private static bool SameNamesInTurn(Node left, Node right)
    {
        using var others = right.Children.GetEnumerator();
        foreach (var child in left.Children)
        {
            if (!others.MoveNext() || !SameName(child, others.Current))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }

    private static bool SameChildrenInTurn(Evaluation run, Node left, Node right)
    {
        using var others = right.Children.GetEnumerator();
        foreach (var child in left.Children)
        {
            if (!others.MoveNext() || !Compare(run, child, others.Current, equivalent: false))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameChildrenByName(Evaluation run, Node left, Node right)
    {
        var count = Count(right);
        foreach (var child in left.Children)
        {
            run.Step(count);
            var counterpart = count-- > 0 ? Counterpart(child, right, NodePath.IndexOf(child)) : default;
            if (!counterpart.Exists || !Compare(run, child, counterpart, equivalent: false))
            {
                return false;
            }
        }

        return count == 0;
    }

    private static bool SameChildrenAnyOrder(Evaluation run, Node left, Node right)
    {
        var rest = right.Children.ToList();
        foreach (var child in left.Children)
        {
            run.Step(rest.Count);
            var at = rest.FindIndex(other => SameName(child, other) && Compare(run, child, other, equivalent: true));
            if (at < 0)
            {
                return false;
            }

            rest.RemoveAt(at);
        }

        return rest.Count == 0;
    }

    private static bool SameValue(Node left, Node right, bool equivalent)
    {
        if (!left.HasValue || !right.HasValue)
        {
            return left.HasValue == right.HasValue && left.ResourceType == right.ResourceType;
        }

        if (left.Kind == NodeKind.Number && right.Kind == NodeKind.Number && DecimalText.TryParse(left.RawValue, out var l) && DecimalText.TryParse(right.RawValue, out var r))
        {
            return equivalent ? DecimalText.AreEquivalent(l, r) : l == r;
        }

        return left.Kind == right.Kind && (left.Kind != NodeKind.String || (equivalent ? StringEquivalence.AreEquivalent(left.Text!, right.Text!) : left.Text == right.Text));
    }

    private static Node Counterpart(Node child, Node parent, int index)
    {
        foreach (var other in parent.Children)
        {
            if (SameName(child, other) && index-- == 0)
            {
                return other;
            }
        }

        return default;
    }

    /// <summary>Numbers of names that FHIR does not have mean something in their own tree only.</summary>
    private static bool SameName(Node left, Node right) =>
        (ReferenceEquals(left.Tree, right.Tree) || left.NameNumber < NameTable.Fhir.Count) ? left.NameNumber == right.NameNumber : left.Name == right.Name;

    private static int Count(Node node)
    {
        var count = 0;
        foreach (var _ in node.Children)
        {
            count++;
        }

        return count;
    }
}
