using System.Text;
using FhirMsc.Fhir.FhirPath.Syntax;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary><c>is</c> or <c>as</c> with a type: <c>value is Quantity</c>.</summary>
internal sealed class TypeExpression(int offset, string @operator, Expression operand, TypeSpecifier type) : Expression(offset, operand.Depth + 1)
{
    public string Operator { get; } = @operator;

    public Expression Operand { get; } = operand;

    public TypeSpecifier Type { get; } = type;

    public override int Precedence => Operators.PrecedenceOf(Operator);

    public override void Print(StringBuilder text)
    {
        PrintOperand(text, Operand, Precedence);
        text.Append(' ').Append(Operator).Append(' ');
        Type.Print(text);
    }
}
