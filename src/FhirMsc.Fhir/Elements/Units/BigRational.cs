using System.Numerics;

namespace FhirMsc.Fhir.Elements.Units;

/// <summary>An exact fraction, so that converting between units loses nothing before the last step.</summary>
internal readonly struct BigRational : IEquatable<BigRational>, IComparable<BigRational>
{
    /// <summary>Powers of ten beyond this are refused: no unit needs them, and input could ask for any.</summary>
    private const int MaxExponent = 400;

    private readonly BigInteger numerator;
    private readonly BigInteger denominator;

    public BigRational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        divisor = denominator.Sign < 0 ? -divisor : divisor;
        this.numerator = divisor.IsOne ? numerator : numerator / divisor;
        this.denominator = divisor.IsOne ? denominator : denominator / divisor;
    }

    public static BigRational One { get; } = new(1, 1);

    public bool IsZero => numerator.IsZero;

    public static BigRational operator *(BigRational left, BigRational right) => new(left.numerator * right.numerator, left.denominator * right.denominator);

    public static BigRational operator /(BigRational left, BigRational right) => new(left.numerator * right.denominator, left.denominator * right.numerator);

    public static BigRational operator +(BigRational left, BigRational right) =>
        new((left.numerator * right.denominator) + (right.numerator * left.denominator), left.denominator * right.denominator);

    public static BigRational operator -(BigRational left, BigRational right) =>
        new((left.numerator * right.denominator) - (right.numerator * left.denominator), left.denominator * right.denominator);

    public static BigRational Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new BigRational(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>Reads <c>6.0221367e23</c>.</summary>
    public static BigRational Parse(string text)
    {
        var e = text.IndexOf('e', StringComparison.Ordinal);
        var digits = Of(decimal.Parse(e < 0 ? text : text[..e], System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));
        return e < 0 ? digits : digits * new BigRational(10, 1).Power(int.Parse(text[(e + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    public BigRational Power(int exponent) => exponent >= 0
        ? new BigRational(BigInteger.Pow(numerator, Check(exponent)), BigInteger.Pow(denominator, exponent))
        : new BigRational(BigInteger.Pow(denominator, Check(-exponent)), BigInteger.Pow(numerator, -exponent));

    /// <summary>The nearest decimal, with up to 28 significant digits and no trailing zeros.</summary>
    /// <returns>The number; <see langword="null"/> if it is too large.</returns>
    public decimal? ToDecimal()
    {
        var magnitude = BigInteger.Abs(numerator);
        for (var scale = 28; scale >= 0; scale--)
        {
            var scaled = BigInteger.DivRem(magnitude * BigInteger.Pow(10, scale), denominator, out var rest);
            if (rest * 2 >= denominator)
            {
                scaled++;
            }

            if (scaled.GetBitLength() <= 96)
            {
                while (scale > 0 && scaled % 10 == 0)
                {
                    scaled /= 10;
                    scale--;
                }

                var value = (decimal)scaled;
                Span<int> bits = stackalloc int[4];
                decimal.GetBits(value, bits);
                return new decimal(bits[0], bits[1], bits[2], numerator.Sign < 0, (byte)scale);
            }
        }

        return null;
    }

    public int CompareTo(BigRational other) => (numerator * other.denominator).CompareTo(other.numerator * denominator);

    public bool Equals(BigRational other) => numerator == other.numerator && denominator == other.denominator;

    public override bool Equals(object? obj) => obj is BigRational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, denominator);

    private static int Check(int exponent) => exponent <= MaxExponent ? exponent : throw new OverflowException();
}
