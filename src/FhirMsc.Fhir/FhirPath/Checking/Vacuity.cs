using System.Collections.Frozen;
using FhirMsc.Fhir.FhirPath.Expressions;

namespace FhirMsc.Fhir.FhirPath.Checking;

/// <summary>
/// Finds the children without which an expression can't be false: <c>contained.where(…).empty()</c> needs no evaluation on a resource that contains nothing,
/// <c>min.empty() or …</c> none where there is no <c>min</c>. Works on the three-valued logic of FHIRPath (Boolean logic) with one child taken for absent.
/// </summary>
internal static class Vacuity
{
    /// <summary>Functions that give nothing on nothing, whatever their arguments are.</summary>
    private static readonly FrozenSet<string> Empty = new[]
    {
        "where", "select", "repeat", "ofType", "as", "first", "last", "tail", "skip", "take", "single", "distinct", "trace", "not", "startsWith", "endsWith", "matches", "matchesFull", "contains",
        "indexOf", "substring", "length", "upper", "lower", "replace", "toInteger", "toDecimal", "toString", "toQuantity", "resolve", "extension", "descendants", "children", "memberOf",
    }.ToFrozenSet(StringComparer.Ordinal);

    private enum Value
    {
        /// <summary>Nobody can tell without evaluating.</summary>
        Unknown,

        True,

        False,

        Empty,

        /// <summary>True or empty.</summary>
        NotFalse,
    }

    /// <summary>Names of children of the starting point; if it has no child of one of these names, the expression is true or empty.</summary>
    public static IReadOnlyList<string> Of(Expression expression)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(expression, names);
        names.RemoveWhere(name => With(expression, name) is Value.Unknown or Value.False);
        return [.. names];
    }

    /// <summary>The names of first steps, arguments of functions left out: those start from somewhere else.</summary>
    private static void Collect(Expression? expression, SortedSet<string> names)
    {
        switch (expression)
        {
            case MemberExpression member when IsStart(member.Focus):
                names.Add(member.Name);
                break;
            case MemberExpression member:
                Collect(member.Focus, names);
                break;
            case FunctionExpression function:
                Collect(function.Focus, names);
                break;
            case BinaryExpression binary:
                Collect(binary.Left, names);
                Collect(binary.Right, names);
                break;
            default:
                break;
        }
    }

    private static bool IsStart(Expression? focus) => focus is null or SpecialExpression { Name: "$this" };

    /// <summary>What an expression gives where a child is absent.</summary>
    private static Value With(Expression? expression, string absent) => expression switch
    {
        MemberExpression member => IsStart(member.Focus) ? member.Name == absent ? Value.Empty : Value.Unknown : With(member.Focus, absent) == Value.Empty ? Value.Empty : Value.Unknown,
        IndexerExpression indexer => With(indexer.Focus, absent) == Value.Empty ? Value.Empty : Value.Unknown,
        FunctionExpression function => Call(function, function.Focus is null ? Value.Unknown : With(function.Focus, absent)),
        BinaryExpression binary => Combine(binary.Operator, With(binary.Left, absent), With(binary.Right, absent)),
        LiteralExpression { Value: { Kind: ItemKind.Boolean } value } => value.BooleanValue ? Value.True : Value.False,
        _ => Value.Unknown,
    };

    private static Value Call(FunctionExpression function, Value focus) => (function.Name, focus) switch
    {
        ("not", Value.True) => Value.False,
        ("not", Value.False) => Value.True,
        ("empty" or "all" or "isDistinct" or "allTrue" or "allFalse", Value.Empty) => Value.True,
        ("exists" or "hasValue" or "anyTrue" or "anyFalse", Value.Empty) => Value.False,
        (_, Value.Empty) when Empty.Contains(function.Name) => Value.Empty,
        _ => Value.Unknown,
    };

    private static Value Combine(string @operator, Value left, Value right) => @operator switch
    {
        "or" when left == Value.True || right == Value.True => Value.True,
        "or" when IsNotFalse(left) || IsNotFalse(right) => Value.NotFalse,
        "or" when left == Value.False && right == Value.False => Value.False,
        "and" when left == Value.False || right == Value.False => Value.False,
        "and" when left == Value.True && right == Value.True => Value.True,
        "and" when IsNotFalse(left) && IsNotFalse(right) => Value.NotFalse,
        "implies" when left == Value.False || right == Value.True => Value.True,
        "implies" when left == Value.Empty || IsNotFalse(right) => Value.NotFalse,
        "implies" when left == Value.True => right,
        "xor" when left == Value.Empty || right == Value.Empty => Value.Empty,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "+" or "-" or "*" or "/" or "div" or "mod" or "is" or "as" when left == Value.Empty || right == Value.Empty => Value.Empty,
        "in" when left == Value.Empty => Value.Empty,
        "contains" when right == Value.Empty => Value.Empty,
        "|" when left == Value.Empty && right == Value.Empty => Value.Empty,
        _ => Value.Unknown,
    };

    private static bool IsNotFalse(Value value) => value is Value.True or Value.Empty or Value.NotFalse;
}
