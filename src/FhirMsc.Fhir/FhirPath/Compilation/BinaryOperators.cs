using System.Collections.Frozen;
using System.Text;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.FhirPath.Functions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Compilation;

/// <summary>The binary operators, one table.</summary>
internal static class BinaryOperators
{
    private static readonly FrozenDictionary<string, Func<Program, Program, int, Program>> Table = new Dictionary<string, Func<Program, Program, int, Program>>
    {
        ["="] = (left, right, _) => Collections(left, right, static (run, start, middle) => run.Replace(start, ItemEquality.Collections(run, start, middle))),
        ["!="] = (left, right, _) => Collections(left, right, static (run, start, middle) => run.Replace(start, !ItemEquality.Collections(run, start, middle))),
        ["~"] = (left, right, _) => Collections(left, right, static (run, start, middle) => run.Replace(start, ItemEquivalence.Collections(run, start, middle))),
        ["!~"] = (left, right, _) => Collections(left, right, static (run, start, middle) => run.Replace(start, !ItemEquivalence.Collections(run, start, middle))),
        ["<"] = (left, right, at) => Comparison(left, right, at, "<", static order => order < 0),
        ["<="] = (left, right, at) => Comparison(left, right, at, "<=", static order => order <= 0),
        [">"] = (left, right, at) => Comparison(left, right, at, ">", static order => order > 0),
        [">="] = (left, right, at) => Comparison(left, right, at, ">=", static order => order >= 0),
        ["and"] = Logic.And,
        ["or"] = Logic.Or,
        ["xor"] = Logic.Xor,
        ["implies"] = Logic.Implies,
        ["|"] = (left, right, _) => Collections(left, right, static (run, start, middle) => Combining.Unite(run, start)),
        ["in"] = (left, right, at) => Collections(left, right, (run, start, middle) => Member(run, start, start, middle, middle, run.Top, at, "in")),
        ["contains"] = (left, right, at) => Collections(left, right, (run, start, middle) => Member(run, start, middle, run.Top, start, middle, at, "contains")),
        ["+"] = (left, right, at) => Values(left, right, at, "+", Arithmetic.Add),
        ["-"] = (left, right, at) => Values(left, right, at, "-", Arithmetic.Subtract),
        ["*"] = (left, right, at) => Values(left, right, at, "*", Arithmetic.Multiply),
        ["/"] = (left, right, at) => Values(left, right, at, "/", Arithmetic.Divide),
        ["div"] = (left, right, at) => Values(left, right, at, "div", Arithmetic.DivideWhole),
        ["mod"] = (left, right, at) => Values(left, right, at, "mod", Arithmetic.Remainder),
        ["&"] = Concatenate,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an operator makes of two values; null for the empty collection.</summary>
    public delegate Item? ValueOperator(Evaluation run, in Item left, in Item right, int offset);

    public static Program Build(BinaryExpression expression, Program left, Program right)
    {
        if (expression is { Operator: "=" or "!=", Right: LiteralExpression { Value: { Kind: ItemKind.String } literal } })
        {
            return EqualsText(left, literal.StringValue, expression.Operator == "=");
        }

        if (expression.Operator == "in" && Texts(expression.Right) is { } texts)
        {
            return InTexts(left, texts, expression.Offset);
        }

        return Table[expression.Operator](left, right, expression.Offset);
    }

    /// <summary>The texts of a union of nothing but texts; <see langword="null"/> for any other expression.</summary>
    private static List<string>? Texts(Expression expression) => expression switch
    {
        LiteralExpression { Value: { Kind: ItemKind.String } literal } => [literal.StringValue],
        BinaryExpression { Operator: "|" } union when Texts(union.Left) is { } left && Texts(union.Right) is { } right => [.. left, .. right],
        _ => null,
    };

    /// <summary>Whether an element is one of some texts, on the bytes of the source. Whether a text stands there twice makes no difference.</summary>
    private static Program InTexts(Program left, List<string> texts, int offset)
    {
        var bytes = texts.Select(Encoding.UTF8.GetBytes).ToArray();
        var literals = texts.Select(text => Item.Of(text)).ToArray();
        return run =>
        {
            var start = run.Top;
            left(run);
            if (run.CountFrom(start) != 1 || !run[start].IsNode || run[start].Node is not { Kind: NodeKind.String, IsEscaped: false } node)
            {
                var middle = run.Top;
                run.Push(literals);
                Member(run, start, start, middle, middle, run.Top, offset, "in");
                return;
            }

            var found = false;
            for (var i = 0; i < bytes.Length && !found; i++)
            {
                run.Step();
                found = node.RawValue.SequenceEqual(bytes[i]);
            }

            run.Replace(start, found);
        };
    }

    /// <summary>The commonest comparison of all, an element with a text, on the bytes of the source.</summary>
    private static Program EqualsText(Program left, string text, bool equal)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var literal = Item.Of(text);
        return run =>
        {
            var start = run.Top;
            left(run);
            switch (run.CountFrom(start))
            {
                case 0:
                    return;
                case 1:
                    ref readonly var item = ref run[start];
                    if (item.IsNode && item.Node is { Kind: NodeKind.String, IsEscaped: false } node)
                    {
                        run.Replace(start, node.RawValue.SequenceEqual(bytes) == equal);
                        return;
                    }

                    var result = ItemEquality.Items(run, item, literal);
                    run.Replace(start, equal ? result : !result);
                    return;
                default:
                    run.Replace(start, !equal);
                    return;
            }
        };
    }

    private static Program Collections(Program left, Program right, Action<Evaluation, int, int> apply) => run =>
    {
        var start = run.Top;
        left(run);
        var middle = run.Top;
        right(run);
        apply(run, start, middle);
    };

    private static Program Comparison(Program left, Program right, int offset, string name, Func<int, bool> test)
    {
        var what = $"'{name}'";
        return run =>
        {
            if (TryTwo(run, left, right, offset, what, out var leftValue, out var rightValue) && ItemComparison.Compare(run, leftValue, rightValue, offset) is { } order)
            {
                run.Push(Item.Of(test(order)));
            }
        };
    }

    /// <summary>The two operands as values; false if one is empty, or an element without a value.</summary>
    private static bool TryTwo(Evaluation run, Program left, Program right, int offset, string what, out Item leftValue, out Item rightValue)
    {
        leftValue = rightValue = default;
        var start = run.Top;
        left(run);
        var known = run.TrySingle(start, offset, what, out var leftItem);
        run.Drop(start);
        right(run);
        known &= run.TrySingle(start, offset, what, out var rightItem);
        run.Drop(start);
        if (!known)
        {
            return false;
        }

        var hasLeft = run.TryConvert(leftItem, out leftValue);
        var hasRight = run.TryConvert(rightItem, out rightValue);
        if (hasLeft && hasRight)
        {
            return true;
        }

        // An element without a value can't be compared; one that never has a value must not be.
        RequireComparable(run, leftItem, hasLeft, offset);
        RequireComparable(run, rightItem, hasRight, offset);
        return false;
    }

    private static void RequireComparable(Evaluation run, in Item item, bool hasValue, int offset)
    {
        if (!hasValue && !run.IsPrimitive(item) && !run.IsQuantity(item))
        {
            throw new EvaluationException(FhirPathIssues.WrongType, offset, "Comparing", run.Describe(item));
        }
    }

    private static void Member(Evaluation run, int start, int itemStart, int itemEnd, int otherStart, int otherEnd, int offset, string name)
    {
        if (itemEnd == itemStart)
        {
            run.Drop(start);
            return;
        }

        if (itemEnd - itemStart > 1)
        {
            throw new EvaluationException(FhirPathIssues.NotSingle, offset, $"'{name}'", itemEnd - itemStart);
        }

        var found = false;
        for (var i = otherStart; i < otherEnd && !found; i++)
        {
            run.Step();
            found = ItemEquality.Items(run, run[i], run[itemStart]) == true;
        }

        run.Replace(start, found);
    }

    private static Program Values(Program left, Program right, int offset, string name, ValueOperator apply)
    {
        var what = $"'{name}'";
        return run =>
        {
            if (!TryTwo(run, left, right, offset, what, out var leftValue, out var rightValue))
            {
                return;
            }

            run.Step();
            try
            {
                if (apply(run, leftValue, rightValue, offset) is { } result)
                {
                    run.Push(result);
                }
            }
            catch (OverflowException)
            {
                // FHIRPath, Math: what overflows is empty.
            }
        };
    }

    /// <summary><c>&amp;</c>: like <c>+</c> on strings, with the empty collection taken as an empty string.</summary>
    private static Program Concatenate(Program left, Program right, int offset) => run =>
    {
        var start = run.Top;
        left(run);
        var text = run.TryText(start, offset, "'&'");
        run.Drop(start);
        right(run);
        var other = run.TryText(start, offset, "'&'");
        run.Replace(start, Item.Of(Arithmetic.Concatenate(run, text ?? string.Empty, other ?? string.Empty)));
    };
}
