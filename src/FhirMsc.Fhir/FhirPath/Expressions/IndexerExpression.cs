using System.Text;
using FhirMsc.Fhir.FhirPath.Syntax;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>One item by its position: <c>name[0]</c>.</summary>
internal sealed class IndexerExpression(int offset, Expression focus, Expression index) : Expression(offset, Math.Max(focus.Depth, index.Depth) + 1)
{
    public Expression Focus { get; } = focus;

    public Expression Index { get; } = index;

    public override bool DefinesVariables { get; } = focus.DefinesVariables;

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Focus, Operators.Term);
        text.Append('[');
        Index.Print(text);
        text.Append(']');
    }
}
