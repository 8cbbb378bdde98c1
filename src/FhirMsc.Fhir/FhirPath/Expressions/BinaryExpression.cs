using System.Text;
using FhirMsc.Fhir.FhirPath.Syntax;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>Two operands with an operator between them: <c>a = b</c>.</summary>
internal sealed class BinaryExpression(int offset, string @operator, Expression left, Expression right) : Expression(offset, Math.Max(left.Depth, right.Depth) + 1)
{
    public string Operator { get; } = @operator;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override int Precedence => Operators.PrecedenceOf(Operator);

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Left, Precedence);
        text.Append(' ').Append(Operator).Append(' ');
        PrintOperand(text, Right, Precedence + 1);
    }
}
