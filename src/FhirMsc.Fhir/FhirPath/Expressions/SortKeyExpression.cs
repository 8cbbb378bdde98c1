using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>An argument of <c>sort</c> with its direction: <c>family desc</c>.</summary>
internal sealed class SortKeyExpression(int offset, Expression key, bool isDescending) : Expression(offset, key.Depth + 1)
{
    public Expression Key { get; } = key;

    public bool IsDescending { get; } = isDescending;

    public override int Precedence => 0;

    public override void Print(StringBuilder text)
    {
        Key.Print(text);
        text.Append(IsDescending ? " desc" : " asc");
    }
}
