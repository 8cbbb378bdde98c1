using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>A step to children by name: <c>name</c>, <c>Patient.name</c>.</summary>
internal sealed class MemberExpression(int offset, Expression? focus, string name) : Expression(offset, (focus?.Depth ?? 0) + 1)
{
    /// <summary>What the step starts from; <see langword="null"/> for <c>$this</c>.</summary>
    public Expression? Focus { get; } = focus;

    public string Name { get; } = name;

    public override bool DefinesVariables { get; } = focus is { DefinesVariables: true };

    public override void Print(StringBuilder text)
    {
        PrintFocus(text, Focus);
        Names.PrintName(text, Name);
    }
}
