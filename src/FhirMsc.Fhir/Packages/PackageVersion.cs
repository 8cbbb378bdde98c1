using System.Globalization;

namespace FhirMsc.Fhir.Packages;

/// <summary>A version as packages are numbered (https://semver.org): numbers, then perhaps a label for what comes before a release (<c>5.3.0-ballot</c>).</summary>
internal sealed class PackageVersion : IComparable<PackageVersion>
{
    private const int MaxLength = 100;

    private readonly string text;
    private readonly string[] label;

    private PackageVersion(string text, long[] numbers, string[] label)
    {
        this.text = text;
        Numbers = numbers;
        this.label = label;
    }

    /// <summary>The numbers in front: major, minor, patch.</summary>
    public IReadOnlyList<long> Numbers { get; }

    /// <summary>Whether it comes before a release.</summary>
    public bool IsPrerelease => label.Length > 0;

    /// <summary>Reads a version.</summary>
    /// <returns>The version, or <see langword="null"/> if the text is none: a word such as <c>current</c>, a range.</returns>
    public static PackageVersion? Parse(string text)
    {
        if (text.Length is 0 or > MaxLength)
        {
            return null;
        }

        // semver, items 9 and 10: a hyphen starts the label, a plus sign what does not count.
        var plain = text.Split('+', 2)[0].Split('-', 2);
        var parts = plain[0].Split('.');
        var numbers = new long[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new PackageVersion(text, numbers, plain.Length > 1 ? plain[1].Split('.') : []);
    }

    /// <inheritdoc/>
    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < Math.Max(Numbers.Count, other.Numbers.Count); i++)
        {
            var order = (i < Numbers.Count ? Numbers[i] : 0).CompareTo(i < other.Numbers.Count ? other.Numbers[i] : 0);
            if (order != 0)
            {
                return order;
            }
        }

        // semver, item 11: a label comes before none; its parts compare one by one, numbers before words, fewer before more.
        if (IsPrerelease != other.IsPrerelease)
        {
            return IsPrerelease ? -1 : 1;
        }

        for (var i = 0; i < Math.Min(label.Length, other.label.Length); i++)
        {
            var order = Compare(label[i], other.label[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return label.Length.CompareTo(other.label.Length);
    }

    /// <summary>The version as written.</summary>
    public override string ToString() => text;

    private static int Compare(string left, string right)
    {
        var (leftIsNumber, rightIsNumber) = (long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var one), long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var other));
        return leftIsNumber && rightIsNumber ? one.CompareTo(other) : leftIsNumber != rightIsNumber ? (leftIsNumber ? -1 : 1) : string.CompareOrdinal(left, right);
    }
}
