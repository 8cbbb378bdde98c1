using System.Text;
using FhirMsc.Fhir.FhirPath.Syntax;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>A sign before an operand: <c>-1</c>.</summary>
internal sealed class PolarityExpression(int offset, bool isNegative, Expression operand) : Expression(offset, operand.Depth + 1)
{
    public bool IsNegative { get; } = isNegative;

    public Expression Operand { get; } = operand;

    public override int Precedence => Operators.Polarity;

    public override void Print(StringBuilder text)
    {
        text.Append(IsNegative ? '-' : '+');
        PrintOperand(text, Operand, Operators.Polarity);
    }
}
