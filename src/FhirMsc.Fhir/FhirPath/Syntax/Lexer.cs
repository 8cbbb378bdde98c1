using System.Globalization;
using System.Text;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Syntax;

/// <summary>Cuts an expression's text into tokens (FHIRPath, Lexical Elements). White space and comments are read over.</summary>
internal ref struct Lexer(string text)
{
    private static readonly string[] Symbols =
        ["<=", ">=", "!=", "!~", "$this", "$index", "$total", "+", "-", "*", "/", "&", "|", "<", ">", "=", "~", "(", ")", "[", "]", "{", "}", ".", ",", "%", ":"];

    private readonly string text = text;
    private int at;

    public Token Next()
    {
        SkipHidden();
        if (at >= text.Length)
        {
            return new Token(TokenKind.End, string.Empty, text.Length, text.Length);
        }

        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            return Here(TokenKind.Identifier, start);
        }

        if (char.IsAsciiDigit(c))
        {
            return Number();
        }

        return c switch
        {
            '\'' => Quoted('\'', TokenKind.String),
            '`' => Quoted('`', TokenKind.DelimitedIdentifier),
            '@' => DateOrTime(),
            _ => Symbol(),
        };
    }

    private readonly Token Here(TokenKind kind, int start, int skip = 0) => new(kind, text[(start + skip)..at], start, at);

    private void SkipHidden()
    {
        while (at < text.Length)
        {
            // WS : [ \r\n\t]+ ; the no-break space comes along with text copied from web pages.
            if (text[at] is ' ' or '\r' or '\n' or '\t' or '\u00A0')
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("//"))
            {
                // LINE_COMMENT : '//' ~[\r\n]*
                while (at < text.Length && text[at] is not ('\r' or '\n'))
                {
                    at++;
                }
            }
            else if (text.AsSpan(at).StartsWith("/*"))
            {
                // COMMENT : '/*' .*? '*/'
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw new SyntaxException(FhirPathIssues.Literal, at, "The comment that starts here has no end. Close it with */.");
                }

                at = end + 2;
            }
            else
            {
                break;
            }
        }
    }

    /// <summary><c>NUMBER : [0-9]+ ('.' [0-9]+)?</c>, and <c>[0-9]+ 'L'</c> for Long.</summary>
    private Token Number()
    {
        var start = at;
        Digits();
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            Digits();
            return Here(TokenKind.Decimal, start);
        }

        if (at < text.Length && text[at] == 'L' && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1])))
        {
            var token = new Token(TokenKind.Long, text[start..at], start, at + 1);
            at++;
            return token;
        }

        return Here(TokenKind.Integer, start);
    }

    private void Digits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    /// <summary><c>STRING : '\'' (ESC | .)*? '\''</c>. A backslash before anything that needs none is dropped.</summary>
    private Token Quoted(char quote, TokenKind kind)
    {
        var start = at++;
        var end = text.AsSpan(at).IndexOfAny(quote, '\\');
        if (end >= 0 && text[at + end] == quote)
        {
            at += end + 1;
            return new Token(kind, text[(start + 1)..(at - 1)], start, at);
        }

        var value = new StringBuilder();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\')
            {
                at++;
                Escape(value);
            }
            else
            {
                value.Append(text[at++]);
            }
        }

        if (at >= text.Length)
        {
            throw new SyntaxException(FhirPathIssues.Literal, start, kind == TokenKind.String ? "The string that starts here has no end. Close it with '." : "The name that starts here has no end. Close it with `.");
        }

        at++;
        return new Token(kind, value.ToString(), start, at);
    }

    private void Escape(StringBuilder value)
    {
        if (at >= text.Length)
        {
            return;
        }

        var c = text[at++];
        if (c == 'u' && at + 4 <= text.Length && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            value.Append((char)unit);
            at += 4;
            return;
        }

        value.Append(c switch { 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c });
    }

    /// <summary>
    /// <c>DATE : '@' DATEFORMAT</c>, <c>DATETIME : '@' DATEFORMAT 'T' (TIMEFORMAT TIMEZONEOFFSETFORMAT?)?</c>, <c>TIME : '@' 'T' TIMEFORMAT</c>. Whether the
    /// calendar has such a day is the parser's business.
    /// </summary>
    private Token DateOrTime()
    {
        var start = at++;
        if (at < text.Length && text[at] == 'T')
        {
            at++;
            TimeDigits();
            return Here(TokenKind.Time, start, 1);
        }

        Digits();
        for (var part = 0; part < 2 && at + 1 < text.Length && text[at] == '-' && char.IsAsciiDigit(text[at + 1]); part++)
        {
            at++;
            Digits();
        }

        if (at >= text.Length || text[at] != 'T')
        {
            return Here(TokenKind.Date, start, 1);
        }

        at++;
        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            TimeDigits();
            Zone();
        }

        return Here(TokenKind.DateTime, start, 1);
    }

    private void TimeDigits()
    {
        Digits();
        while (at + 1 < text.Length && text[at] is ':' or '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            Digits();
        }
    }

    private void Zone()
    {
        if (at < text.Length && text[at] == 'Z')
        {
            at++;
        }
        else if (at + 3 < text.Length && text[at] is '+' or '-' && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && text[at + 3] == ':')
        {
            at += 4;
            Digits();
        }
    }

    private Token Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                var start = at;
                at += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, start, at);
            }
        }

        throw new SyntaxException(FhirPathIssues.Literal, at, text[at] == '"'
            ? "Strings go in single quotes, not in double ones."
            : $"The character U+{(int)text[at]:X4} has no meaning here.");
    }
}
