using System.Globalization;
using System.Text;

namespace FhirMsc.Fhir.Elements.Units;

/// <summary>
/// A unit of UCUM taken apart: how many of the base units it is, and which. Arbitrary units (<c>[iU]</c>) count as base units of their own, since nothing
/// converts to them. Special units (<c>Cel</c>) have a scale that does not start at zero.
/// </summary>
/// <param name="Factor">How many base units one of this is; for special units, one step of their scale.</param>
/// <param name="Dimension">The base units with their exponents, in the order of the symbols.</param>
/// <param name="Terms">The symbols as written, equal ones put together.</param>
/// <param name="Special">For special units, which; else <see langword="null"/>.</param>
internal sealed record UcumUnit(BigRational Factor, IReadOnlyList<UnitTerm> Dimension, IReadOnlyList<UnitTerm> Terms, SpecialUnit? Special)
{
    public static UcumUnit One { get; } = new(BigRational.One, [], [], null);

    public bool IsDimensionless => Dimension.Count == 0;

    public bool IsCommensurable(UcumUnit other)
    {
        // A level (pH, bel) has no linear scale: it compares with itself only.
        if (Special is { IsLinear: false } || other.Special is { IsLinear: false })
        {
            return Special?.Code == other.Special?.Code && Factor.Equals(other.Factor);
        }

        return Dimension.SequenceEqual(other.Dimension);
    }

    /// <summary>The value in base units.</summary>
    public BigRational ToBase(BigRational value) => Special is { IsLinear: true } special ? (value + special.Offset) * Factor : value * Factor;

    /// <summary>A value in base units, in this unit.</summary>
    public BigRational FromBase(BigRational value) => Special is { IsLinear: true } special ? (value / Factor) - special.Offset : value / Factor;

    /// <summary>The product of two units; <see langword="null"/> if one is special, since those don't multiply.</summary>
    public static UcumUnit? Multiply(UcumUnit left, UcumUnit right, int sign) => left.Special is not null || right.Special is not null
        ? null
        : new UcumUnit(
            sign > 0 ? left.Factor * right.Factor : left.Factor / right.Factor,
            Merge(left.Dimension, right.Dimension, sign, ordered: true),
            Merge(left.Terms, right.Terms, sign, ordered: false),
            null);

    public UcumUnit? Power(int exponent) => exponent == 1 ? this : Special is not null
        ? null
        : new UcumUnit(Factor.Power(exponent), Raise(Dimension, exponent), Raise(Terms, exponent), null);

    /// <summary>The unit's code, made of its terms: <c>kg.m/s2</c>.</summary>
    public string Code()
    {
        var text = new StringBuilder();
        var above = Terms.Any(term => term.Exponent > 0);
        foreach (var term in Terms.Where(term => term.Exponent > 0))
        {
            Append(text, text.Length == 0 ? string.Empty : ".", term.Symbol, term.Exponent);
        }

        foreach (var term in Terms.Where(term => term.Exponent < 0))
        {
            Append(text, above ? "/" : text.Length == 0 ? string.Empty : ".", term.Symbol, above ? -term.Exponent : term.Exponent);
        }

        return text.Length == 0 ? "1" : text.ToString();
    }

    private static void Append(StringBuilder text, string separator, string symbol, int exponent)
    {
        text.Append(separator).Append(symbol);
        if (exponent != 1)
        {
            text.Append(exponent.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static UnitTerm[] Raise(IReadOnlyList<UnitTerm> terms, int exponent) =>
        exponent == 0 ? [] : [.. terms.Select(term => term with { Exponent = checked(term.Exponent * exponent) })];

    private static List<UnitTerm> Merge(IReadOnlyList<UnitTerm> left, IReadOnlyList<UnitTerm> right, int sign, bool ordered)
    {
        var merged = left.ToList();
        foreach (var (symbol, exponent) in right)
        {
            var at = merged.FindIndex(term => term.Symbol == symbol);
            if (at < 0)
            {
                merged.Add(new UnitTerm(symbol, sign * exponent));
            }
            else
            {
                merged[at] = new UnitTerm(symbol, checked(merged[at].Exponent + (sign * exponent)));
            }
        }

        merged.RemoveAll(term => term.Exponent == 0);
        if (ordered)
        {
            merged.Sort((a, b) => string.CompareOrdinal(a.Symbol, b.Symbol));
        }

        return merged;
    }
}
