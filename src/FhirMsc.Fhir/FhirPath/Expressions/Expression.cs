using System.Text;
using FhirMsc.Fhir.FhirPath.Syntax;

namespace FhirMsc.Fhir.FhirPath.Expressions;

/// <summary>A FHIRPath expression as a tree. Immutable; prints itself so that reading what it printed gives the same tree.</summary>
/// <param name="offset">Where it stands in the text, in UTF-16 code units: at its operator or name.</param>
/// <param name="depth">How many levels of expressions are in it, itself included.</param>
internal abstract class Expression(int offset, int depth)
{
    public int Offset { get; } = offset;

    public int Depth { get; } = depth;

    /// <summary>How tight it binds; an operand that binds looser goes in parentheses.</summary>
    public virtual int Precedence => Operators.Term;

    /// <summary>Whether <c>defineVariable</c> in it makes variables that what follows in the chain may use.</summary>
    public virtual bool DefinesVariables => false;

    public abstract void Print(StringBuilder text);

    public override string ToString()
    {
        var text = new StringBuilder();
        Print(text);
        return text.ToString();
    }

    protected static void PrintOperand(StringBuilder text, Expression operand, int least)
    {
        if (operand.Precedence >= least)
        {
            operand.Print(text);
            return;
        }

        text.Append('(');
        operand.Print(text);
        text.Append(')');
    }

    protected static void PrintFocus(StringBuilder text, Expression? focus)
    {
        if (focus is not null)
        {
            PrintOperand(text, focus, Operators.Term);
            text.Append('.');
        }
    }
}
