namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>Finds the environment variables that an expression names, wherever they stand in it.</summary>
internal static class VariableUse
{
    /// <summary>Names without the percent sign, each once, in order of appearance. Those that <c>defineVariable</c> makes are named like the others.</summary>
    public static IReadOnlyList<string> In(Expression expression)
    {
        var names = new List<string>();
        Collect(expression, names);
        return names;
    }

    private static void Collect(Expression? expression, List<string> names)
    {
        switch (expression)
        {
            case VariableExpression variable:
                if (!names.Contains(variable.Name))
                {
                    names.Add(variable.Name);
                }

                break;
            case BinaryExpression binary:
                Collect(binary.Left, names);
                Collect(binary.Right, names);
                break;
            case FunctionExpression function:
                Collect(function.Focus, names);
                foreach (var argument in function.Arguments)
                {
                    Collect(argument, names);
                }

                break;
            case IndexerExpression indexer:
                Collect(indexer.Focus, names);
                Collect(indexer.Index, names);
                break;
            case MemberExpression member:
                Collect(member.Focus, names);
                break;
            case PolarityExpression polarity:
                Collect(polarity.Operand, names);
                break;
            case SortKeyExpression key:
                Collect(key.Key, names);
                break;
            case TypeExpression type:
                Collect(type.Operand, names);
                break;
            default:
                break;
        }
    }
}
