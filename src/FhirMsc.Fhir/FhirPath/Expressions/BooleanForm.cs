namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>Tells by its outermost operation whether an expression can only give a Boolean.</summary>
internal static class BooleanForm
{
    private static readonly HashSet<string> Operators = new(StringComparer.Ordinal)
    {
        "and", "or", "xor", "implies", "=", "!=", "~", "!~", "<", ">", "<=", ">=", "in", "contains",
    };

    private static readonly HashSet<string> Functions = new(StringComparer.Ordinal)
    {
        "exists", "empty", "not", "all", "allTrue", "anyTrue", "allFalse", "anyFalse", "subsetOf", "supersetOf", "isDistinct", "startsWith", "endsWith", "contains", "matches",
        "matchesFull", "memberOf", "subsumes", "subsumedBy", "hasValue", "conformsTo", "is", "comparable", "convertsToBoolean", "convertsToInteger", "convertsToDecimal",
        "convertsToString", "convertsToDate", "convertsToDateTime", "convertsToTime", "convertsToQuantity", "toBoolean",
    };

    /// <summary>Whether it is of such a form. <c>iif</c> is when both of its branches are, or are empty.</summary>
    public static bool Is(Expression expression) => expression switch
    {
        BinaryExpression binary => Operators.Contains(binary.Operator),
        TypeExpression type => type.Operator == "is",
        LiteralExpression literal => literal.Value is { Kind: ItemKind.Boolean },
        FunctionExpression { Name: "iif" } choice => choice.Arguments.Skip(1).All(IsOrEmpty) && choice.Arguments.Skip(1).Any(Is),
        FunctionExpression function => Functions.Contains(function.Name),
        _ => false,
    };

    private static bool IsOrEmpty(Expression expression) => expression is LiteralExpression { Value: null } || Is(expression);
}
