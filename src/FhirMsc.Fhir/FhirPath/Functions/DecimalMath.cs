using System.Numerics;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>Roots, logarithms and powers in decimal arithmetic: no binary floating point, so that a result that is exact in decimal comes out exact.</summary>
internal static class DecimalMath
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;
    private const int Digits = 20;

    /// <summary>The square root, to 20 significant digits; exact where it is.</summary>
    public static decimal Sqrt(decimal value)
    {
        if (value == 0)
        {
            return 0;
        }

        // The root of the mantissa with an even number of zeros behind it, as a whole number.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (int)value.Scale;
        var shift = 56 + (scale % 2);
        var scaled = mantissa * BigInteger.Pow(10, shift);
        var root = WholeRoot(scaled);
        return Round(ToDecimal(root, (scale + shift) / 2));
    }

    /// <summary>e to the power of a number.</summary>
    /// <exception cref="OverflowException">The result is too large.</exception>
    public static decimal Exp(decimal power)
    {
        if (power < -70)
        {
            return 0;
        }

        // e^x = 2^k · e^r with r at most half of ln 2.
        var k = (int)decimal.Round(power / Ln2);
        var rest = power - (k * Ln2);
        decimal sum = 1, term = 1;
        for (var i = 1; i < 60 && term != 0; i++)
        {
            term = term * rest / i;
            sum += term;
        }

        for (; k > 0; k--)
        {
            sum *= 2;
        }

        for (; k < 0; k++)
        {
            sum /= 2;
        }

        return Round(sum);
    }

    /// <summary>The natural logarithm of a positive number.</summary>
    public static decimal Ln(decimal value)
    {
        var k = 0;
        for (; value > 1.5m; k++)
        {
            value /= 2;
        }

        for (; value < 0.75m; k--)
        {
            value *= 2;
        }

        // ln x = 2 artanh((x − 1) / (x + 1))
        var y = (value - 1) / (value + 1);
        var square = y * y;
        decimal sum = 0, power = y;
        for (var i = 1; i < 120 && power != 0; i += 2)
        {
            sum += power / i;
            power *= square;
        }

        return Round((2 * sum) + (k * Ln2));
    }

    /// <summary>A number to the power of a whole number.</summary>
    /// <exception cref="OverflowException">The result is too large.</exception>
    public static decimal Power(decimal value, int exponent)
    {
        var result = 1m;
        var factor = value;
        for (var rest = Math.Abs((long)exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
            {
                result *= factor;
            }

            if (rest > 1)
            {
                factor *= factor;
            }
        }

        return exponent < 0 ? 1 / result : result;
    }

    /// <summary>Rounds to 20 significant digits, which takes away what the series left in the last ones.</summary>
    public static decimal Round(decimal value)
    {
        var scale = Digits;
        for (var whole = decimal.Truncate(Math.Abs(value)); whole >= 1 && scale > 0; whole = decimal.Truncate(whole / 10))
        {
            scale--;
        }

        var rounded = decimal.Round(value, scale, MidpointRounding.AwayFromZero);
        return rounded / 1.0000000000000000000000000000m;
    }

    private static decimal ToDecimal(BigInteger whole, int scale)
    {
        for (; scale > 28 || whole.GetBitLength() > 96; scale--)
        {
            whole /= 10;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits((decimal)whole, bits);
        return new decimal(bits[0], bits[1], bits[2], false, (byte)scale);
    }

    /// <summary>The largest whole number whose square is not above another (Newton).</summary>
    private static BigInteger WholeRoot(BigInteger value)
    {
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + (value / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
