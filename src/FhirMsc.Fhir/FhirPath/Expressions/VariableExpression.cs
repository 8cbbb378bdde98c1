using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>An environment variable: <c>%context</c>.</summary>
internal sealed class VariableExpression(int offset, string name) : Expression(offset, 1)
{
    public string Name { get; } = name;

    public override void Print(StringBuilder text)
    {
        text.Append('%');
        Names.PrintName(text, Name);
    }
}
