using System.Globalization;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.FhirPath.Syntax;

/// <summary>
/// Reads an expression (FHIRPath, Formal Specifications, Grammar): a Pratt parser, driven by the precedences in <see cref="Operators"/>. Ends with a
/// <see cref="SyntaxException"/> at the first thing that does not fit.
/// </summary>
internal ref struct Parser
{
    private readonly int maxDepth;
    private Lexer lexer;
    private Token current;
    private int nesting;

    private Parser(string text, int maxDepth)
    {
        this.maxDepth = maxDepth;
        lexer = new Lexer(text);
        current = lexer.Next();
    }

    /// <summary><c>entireExpression : expression EOF</c>.</summary>
    public static Expression Parse(string text, int maxDepth)
    {
        var parser = new Parser(text, maxDepth);
        var expression = parser.ParseExpression(1);
        return parser.current.Kind == TokenKind.End ? expression : throw parser.Unexpected("an operator or the end");
    }

    /// <summary><c>expression : term | expression operator expression | …</c>, as long as the operators bind at least as tight as asked.</summary>
    private Expression ParseExpression(int least)
    {
        if (++nesting > maxDepth)
        {
            throw TooDeep();
        }

        var left = ParsePrefix();
        while (current.Kind is TokenKind.Symbol or TokenKind.Identifier && Operators.PrecedenceOf(current.Text) is var precedence && precedence >= least)
        {
            var @operator = Take();
            left = @operator.Text is "is" or "as"
                ? new TypeExpression(@operator.Start, @operator.Text, left, ParseTypeSpecifier())
                : new BinaryExpression(@operator.Start, @operator.Text, left, ParseExpression(precedence + 1));
            if (left.Depth > maxDepth)
            {
                throw TooDeep();
            }
        }

        nesting--;
        return left;
    }

    /// <summary><c>('+' | '-') expression</c>, or a term with what follows it.</summary>
    private Expression ParsePrefix()
    {
        if (current.Is("+") || current.Is("-"))
        {
            var sign = Take();
            return new PolarityExpression(sign.Start, sign.Text == "-", ParseExpression(Operators.Polarity));
        }

        return ParsePostfix(ParseTerm());
    }

    /// <summary><c>expression '.' invocation | expression '[' expression ']'</c>.</summary>
    private Expression ParsePostfix(Expression expression)
    {
        while (true)
        {
            if (current.Is("."))
            {
                Take();
                expression = ParseInvocation(expression);
            }
            else if (current.Is("["))
            {
                var bracket = Take();
                var index = ParseExpression(1);
                Expect("]");
                expression = new IndexerExpression(bracket.Start, expression, index);
            }
            else
            {
                return expression;
            }

            if (expression.Depth > maxDepth)
            {
                throw TooDeep();
            }
        }
    }

    /// <summary><c>term : invocation | literal | externalConstant | '(' expression ')'</c>.</summary>
    private Expression ParseTerm()
    {
        switch (current.Kind)
        {
            case TokenKind.String:
                var text = Take();
                return new LiteralExpression(text.Start, Item.Of(text.Text));
            case TokenKind.Integer or TokenKind.Decimal or TokenKind.Long:
                return ParseNumber();
            case TokenKind.Date:
                return ParseTemporal(TemporalKind.Date);
            case TokenKind.DateTime:
                return ParseTemporal(TemporalKind.DateTime);
            case TokenKind.Time:
                return ParseTemporal(TemporalKind.Time);
            case TokenKind.Identifier when current.Text is "true" or "false":
                var word = Take();
                return new LiteralExpression(word.Start, Item.Of(word.Text == "true"));
            case TokenKind.Identifier or TokenKind.DelimitedIdentifier:
                return ParseInvocation(null);
            case TokenKind.Symbol:
                return ParseSymbol();
            default:
                throw Unexpected("an expression");
        }
    }

    private Expression ParseSymbol()
    {
        var symbol = current;
        switch (symbol.Text)
        {
            case "(":
                Take();
                var inner = ParseExpression(1);
                Expect(")");
                return inner;
            case "{":
                Take();
                Expect("}");
                return new LiteralExpression(symbol.Start, null);
            case "%":
                Take();
                return ParseVariable(symbol.Start);
            case "$this" or "$index" or "$total":
                return ParseInvocation(null);
            default:
                throw Unexpected("an expression");
        }
    }

    /// <summary><c>externalConstant : '%' ( identifier | STRING )</c>.</summary>
    private VariableExpression ParseVariable(int start)
    {
        if (current.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier or TokenKind.String))
        {
            throw Unexpected("the name of a variable");
        }

        var name = Take();
        if (name.Kind != TokenKind.Identifier)
        {
            return new VariableExpression(start, name.Text);
        }

        // The FHIR page writes %vs-name and %ext-name without quotes.
        var text = name.Text;
        var end = name.End;
        while ((text is "vs" or "ext" || text.StartsWith("vs-", StringComparison.Ordinal) || text.StartsWith("ext-", StringComparison.Ordinal)) && current.Is("-") && current.Start == end)
        {
            Take();
            if (current.Kind is not (TokenKind.Identifier or TokenKind.Integer) || current.Start != end + 1)
            {
                throw Unexpected("the rest of the variable's name");
            }

            end = current.End;
            text += "-" + Take().Text;
        }

        return new VariableExpression(start, text);
    }

    /// <summary><c>invocation : identifier | function | '$this' | '$index' | '$total'</c>.</summary>
    private Expression ParseInvocation(Expression? focus)
    {
        if (current.Kind == TokenKind.Symbol && current.Text[0] == '$')
        {
            var special = Take();
            return focus is null ? new SpecialExpression(special.Start, special.Text) : throw new SyntaxException(FhirPathIssues.Syntax, special.Start, special.Describe(), "an element or a function");
        }

        // Behind a point no operator can stand, so that text.div needs no quotes.
        if (current.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier) || (focus is null && current.Kind == TokenKind.Identifier && Operators.IsReserved(current.Text)))
        {
            throw Unexpected(focus is null ? "an expression" : "an element or a function");
        }

        var name = Take();
        if (!current.Is("("))
        {
            return new MemberExpression(name.Start, focus, name.Text);
        }

        Take();
        var arguments = new List<Expression>();
        if (!current.Is(")"))
        {
            arguments.Add(ParseArgument(name.Text));
            while (current.Is(","))
            {
                Take();
                arguments.Add(ParseArgument(name.Text));
            }
        }

        Expect(")");
        return new FunctionExpression(name.Start, focus, name.Text, arguments);
    }

    /// <summary>An argument; those of <c>sort</c> may end with <c>asc</c> or <c>desc</c>.</summary>
    private Expression ParseArgument(string function)
    {
        var argument = ParseExpression(1);
        if (function != "sort" || !(current.IsWord("asc") || current.IsWord("desc")))
        {
            return argument;
        }

        var direction = Take();
        return new SortKeyExpression(direction.Start, argument, direction.Text == "desc");
    }

    /// <summary><c>quantity : NUMBER unit?</c>, <c>unit : dateTimePrecision | pluralDateTimePrecision | STRING</c>.</summary>
    private LiteralExpression ParseNumber()
    {
        var number = Take();
        if (!decimal.TryParse(number.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw new SyntaxException(FhirPathIssues.Literal, number.Start, "The number has more digits than can be kept.");
        }

        if (number.Kind == TokenKind.Long)
        {
            return value <= long.MaxValue
                ? new LiteralExpression(number.Start, Item.OfLong((long)value))
                : throw new SyntaxException(FhirPathIssues.Literal, number.Start, "The number is too large for a Long.");
        }

        if (current.Kind == TokenKind.String)
        {
            return new LiteralExpression(number.Start, Item.Of(new Quantity(value, QuantityUnit.OfUcum(Take().Text))));
        }

        if (current.Kind == TokenKind.Identifier && QuantityUnit.OfCalendar(current.Text) is { } calendar)
        {
            Take();
            return new LiteralExpression(number.Start, Item.Of(new Quantity(value, calendar)));
        }

        if (number.Kind == TokenKind.Decimal)
        {
            return new LiteralExpression(number.Start, Item.Of(value));
        }

        // What no Integer can hold is a Long; only what that can't hold either is refused.
        return value <= int.MaxValue ? new LiteralExpression(number.Start, Item.Of((int)value))
            : value <= long.MaxValue ? new LiteralExpression(number.Start, Item.OfLong((long)value))
            : throw new SyntaxException(FhirPathIssues.Literal, number.Start, "The number is too large for an Integer or a Long. Write it with .0 as a Decimal.");
    }

    private LiteralExpression ParseTemporal(TemporalKind kind)
    {
        var token = Take();
        return Temporal.TryParse(token.Text, kind, out var value)
            ? new LiteralExpression(token.Start, Item.Of(value))
            : throw new SyntaxException(FhirPathIssues.Literal, token.Start, $"'@{token.Text}' is not a date or time that exists.");
    }

    /// <summary><c>typeSpecifier : qualifiedIdentifier</c>.</summary>
    private TypeSpecifier ParseTypeSpecifier()
    {
        var first = TakeName();
        if (!current.Is("."))
        {
            return new TypeSpecifier(first.Start, null, first.Text);
        }

        Take();
        return new TypeSpecifier(first.Start, first.Text, TakeName().Text);
    }

    private Token TakeName() => current.Kind is TokenKind.Identifier or TokenKind.DelimitedIdentifier ? Take() : throw Unexpected("the name of a type");

    private Token Take()
    {
        var token = current;
        current = lexer.Next();
        return token;
    }

    private void Expect(string symbol)
    {
        if (!current.Is(symbol))
        {
            throw Unexpected($"'{symbol}'");
        }

        Take();
    }

    private readonly SyntaxException Unexpected(string expected) => new(FhirPathIssues.Syntax, current.Start, current.Describe(), expected);

    private readonly SyntaxException TooDeep() => new(FhirPathIssues.TooLarge, current.Start, $"{maxDepth} operators inside each other");
}
