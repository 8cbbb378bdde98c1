using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary><c>$this</c>, <c>$index</c> or <c>$total</c>.</summary>
internal sealed class SpecialExpression(int offset, string name) : Expression(offset, 1)
{
    /// <summary>With the dollar sign.</summary>
    public string Name { get; } = name;

    public override void Print(StringBuilder text) => text.Append(Name);
}
