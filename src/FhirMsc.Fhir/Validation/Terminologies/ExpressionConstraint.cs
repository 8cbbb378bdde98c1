namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>
/// Reads the form of SNOMED CT's expression constraint language (ECL, brief syntax) as far as a value set needs it: operators, concept ids with terms,
/// member-of, refinements, conjunction, disjunction, exclusion, filters in double braces. It tells whether a text has that form, not whether its codes exist.
/// </summary>
internal sealed class ExpressionConstraint
{
    private static readonly string[] Operators = ["<<!", "<!", ">>!", ">!", "!!<", "!!>", "<<", ">>", "<", ">"];

    private readonly string text;
    private int at;

    private ExpressionConstraint(string text) => this.text = text;

    /// <summary>What is wrong with a text; <see langword="null"/> if it has the form.</summary>
    public static string? Fault(string text)
    {
        var reader = new ExpressionConstraint(text);
        try
        {
            reader.Expression(0);
            reader.Space();
            return reader.at == text.Length ? null : $"unexpected '{text[reader.at]}' at character {reader.at + 1}";
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <summary>subExpression, then AND, OR or MINUS with further ones, or a refinement.</summary>
    private void Expression(int depth)
    {
        if (depth > 50)
        {
            throw new FormatException("it is nested too deep");
        }

        Operand(depth);
        if (Take(":"))
        {
            Refinement(depth);
        }

        while (Word("AND") || Take(",") || Word("OR") || Word("MINUS"))
        {
            Operand(depth);
            if (Take(":"))
            {
                Refinement(depth);
            }
        }
    }

    private void Operand(int depth)
    {
        _ = Array.Exists(Operators, Take);
        if (Take("^") && Take("["))
        {
            Until(']');
        }

        if (Take("("))
        {
            Expression(depth + 1);
            Expect(")");
        }
        else if (!Take("*"))
        {
            Concept();
        }

        while (Take("{{"))
        {
            Until('}');
            Expect("}");
        }

        if (Take("."))
        {
            Operand(depth + 1);
        }
    }

    private void Concept()
    {
        Space();
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        // A concept id has 6 to 18 digits.
        if (at - start is < 6 or > 18)
        {
            throw new FormatException(start >= text.Length ? "a concept is missing at the end" : $"no concept id at character {start + 1}");
        }

        if (Take("|"))
        {
            Until('|');
        }
    }

    private void Refinement(int depth)
    {
        Attributes(depth);
        while (Take(",") || Word("AND") || Word("OR"))
        {
            Attributes(depth);
        }
    }

    private void Attributes(int depth)
    {
        Cardinality();
        if (Take("{"))
        {
            Refinement(depth + 1);
            Expect("}");
            return;
        }

        if (Take("("))
        {
            Refinement(depth + 1);
            Expect(")");
            return;
        }

        Cardinality();
        _ = Word("R");
        Operand(depth + 1);
        if (!(Take("!=") || Take("<=") || Take(">=") || Take("=") || Take("<") || Take(">")))
        {
            throw new FormatException($"'=' is missing at character {at + 1}");
        }

        if (Take("#"))
        {
            Until(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+');
        }
        else if (Take("\""))
        {
            Until('"');
        }
        else if (!Word("true") && !Word("false"))
        {
            Operand(depth + 1);
        }
    }

    private void Cardinality()
    {
        if (Take("["))
        {
            Until(']');
        }
    }

    private void Until(char end)
    {
        var found = text.IndexOf(end, at);
        at = found < 0 ? throw new FormatException($"'{end}' is missing") : found + 1;
    }

    private void Until(Func<char, bool> goesOn)
    {
        while (at < text.Length && goesOn(text[at]))
        {
            at++;
        }
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw new FormatException($"'{token}' is missing at character {at + 1}");
        }
    }

    private bool Take(string token)
    {
        Space();
        if (!text.AsSpan(at).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        at += token.Length;
        return true;
    }

    private bool Word(string word)
    {
        Space();
        var end = at + word.Length;
        if (!text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase) || (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return false;
        }

        at = end;
        return true;
    }

    private void Space()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }
}
