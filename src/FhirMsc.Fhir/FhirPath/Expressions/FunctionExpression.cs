using System.Text;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>A function call: <c>name.where(use = 'official')</c>.</summary>
internal sealed class FunctionExpression(int offset, Expression? focus, string name, IReadOnlyList<Expression> arguments)
    : Expression(offset, Math.Max(focus?.Depth ?? 0, arguments.Count == 0 ? 0 : arguments.Max(argument => argument.Depth)) + 1)
{
    /// <summary>What the function is called on; <see langword="null"/> for <c>$this</c>.</summary>
    public Expression? Focus { get; } = focus;

    public string Name { get; } = name;

    public IReadOnlyList<Expression> Arguments { get; } = arguments;

    public override bool DefinesVariables { get; } = name == "defineVariable" || focus is { DefinesVariables: true };

    public override void Print(StringBuilder text)
    {
        PrintFocus(text, Focus);
        Names.PrintName(text, Name);
        text.Append('(');
        for (var i = 0; i < Arguments.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ");
            Arguments[i].Print(text);
        }

        text.Append(')');
    }
}
