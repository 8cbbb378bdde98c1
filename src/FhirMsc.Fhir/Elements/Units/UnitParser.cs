using System.Globalization;

namespace FhirMsc.Fhir.Elements.Units;

/// <summary>
/// Reads a UCUM code in its case-sensitive form. Grammar (UCUM, section 3): <c>main = '/' term | term</c>,
/// <c>term = component (('.' | '/') component)*</c>, <c>component = '(' term ')' | annotation | factor | symbol exponent? annotation?</c>.
/// </summary>
internal sealed class UnitParser(UnitTable table)
{
    /// <summary>No real unit is longer, nested deeper or raised higher; input may say anything.</summary>
    private const int MaxLength = 200;
    private const int MaxDepth = 10;
    private const int MaxExponent = 40;

    private string text = string.Empty;
    private int at;

    /// <summary>The unit a code stands for, or <see langword="null"/> if it is none of UCUM.</summary>
    public UcumUnit? Parse(string code)
    {
        if (code.Length is 0 or > MaxLength)
        {
            return null;
        }

        text = code;
        at = 0;
        try
        {
            var unit = Main();
            return at == text.Length ? unit : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>A stroke at the start puts the first component below; what follows is read from the left.</summary>
    private UcumUnit? Main() => text[0] == '/' ? Rest(UcumUnit.One, 0) : Term(0);

    private UcumUnit? Term(int depth) => Rest(Component(depth), depth);

    private UcumUnit? Rest(UcumUnit? unit, int depth)
    {
        while (unit is not null && at < text.Length && text[at] is ('.' or '/'))
        {
            var sign = text[at++] == '.' ? 1 : -1;
            unit = Component(depth) is { } next ? UcumUnit.Multiply(unit, next, sign) : null;
        }

        return unit;
    }

    private UcumUnit? Component(int depth)
    {
        if (at >= text.Length || depth > MaxDepth)
        {
            return null;
        }

        switch (text[at])
        {
            case '(':
                at++;
                var inner = Term(depth + 1);
                if (inner is null || at >= text.Length || text[at++] != ')')
                {
                    return null;
                }

                // The grammar knows no annotation here; UCUM's own table of example codes does: g/(8.h){shift}.
                return at >= text.Length || text[at] != '{' || Annotation() ? inner : null;
            case '{':
                return Annotation() ? UcumUnit.One : null;
            default:
                var unit = Factor() ?? Symbol();
                return unit is not null && (at >= text.Length || text[at] != '{' || Annotation()) ? unit : null;
        }
    }

    private bool Annotation()
    {
        var end = text.IndexOf('}', at);
        at = end + 1;
        return end > 0;
    }

    /// <summary>A whole number; <c>10*</c> and <c>10^</c> are symbols.</summary>
    private UcumUnit? Factor()
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (end == at || (end < text.Length && text[end] is '*' or '^') || !long.TryParse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }

        var digits = text[at..end];
        at = end;
        return number == 1 ? UcumUnit.One : UcumUnit.One with { Factor = new BigRational(number, 1), Terms = [new UnitTerm(digits, 1)] };
    }

    private UcumUnit? Symbol()
    {
        var start = at;
        var inBrackets = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            inBrackets = (inBrackets || c == '[') && c != ']';
            if (!inBrackets && (c is '.' or '/' or '(' or ')' or '{' or '}' or '+' or '-' || (char.IsAsciiDigit(c) && !IsPartOfSymbol(start))))
            {
                break;
            }
        }

        var symbol = text[start..at];
        var exponent = Exponent();
        return exponent is { } e && table.Find(symbol) is { } unit ? unit.Power(e) : null;
    }

    /// <summary><c>10*</c> and <c>10^</c> are the only symbols with digits outside brackets.</summary>
    private bool IsPartOfSymbol(int start) => text.AsSpan(start).StartsWith("10*") || text.AsSpan(start).StartsWith("10^") ? at < start + 2 : false;

    private int? Exponent()
    {
        var start = at;
        if (at < text.Length && text[at] is '+' or '-')
        {
            at++;
        }

        var digits = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        if (at == start)
        {
            return 1;
        }

        return at > digits && int.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) <= MaxExponent
            ? exponent
            : null;
    }
}
