namespace FhirMsc.Fhir.Packages.Resolution;

/// <summary>
/// Which versions of a package will do: one (<c>4.0.1</c>), a series (<c>4.0.x</c>, <c>4.0</c>), what is compatible (<c>^4.0.1</c>, <c>~4.0.1</c>), or the
/// latest (<c>latest</c>, <c>*</c>).
/// </summary>
public sealed class PackageRange
{
    private static readonly string[] AnyWords = ["", "*", "x", "X", "latest"];

    private readonly string text;
    private readonly PackageVersion? exact;
    private readonly long[]? fixedNumbers;
    private readonly PackageVersion? least;

    private PackageRange(string text, PackageVersion? exact, long[]? fixedNumbers, PackageVersion? least)
    {
        this.text = text;
        this.exact = exact;
        this.fixedNumbers = fixedNumbers;
        this.least = least;
    }

    /// <summary>The one version that will do; <see langword="null"/> if there may be others.</summary>
    public string? Exact => exact?.ToString();

    /// <summary>Whether every version will do and the latest is wanted.</summary>
    public bool IsLatest => exact is null && fixedNumbers is null && least is null;

    /// <summary>Reads a range.</summary>
    /// <returns>The range; <see langword="null"/> if it is of a form that FHIR packages do not use.</returns>
    public static PackageRange? Parse(string text)
    {
        text = text.Trim();
        if (Array.IndexOf(AnyWords, text) >= 0)
        {
            return new PackageRange(text, null, null, null);
        }

        // npm: ^ keeps the first number that is not zero, ~ keeps major and minor.
        if (text[0] is '^' or '~')
        {
            if (PackageVersion.Parse(text[1..]) is not { } from)
            {
                return null;
            }

            var kept = text[0] == '~' ? Math.Min(2, from.Numbers.Count) : from.Numbers.TakeWhile(number => number == 0).Count() + 1;
            return new PackageRange(text, null, [.. from.Numbers.Take(kept)], from);
        }

        var parts = text.Split('.');
        var wildcard = Array.FindIndex(parts, part => part is "x" or "X" or "*");
        if (wildcard > 0)
        {
            var isSeries = parts[wildcard..].All(part => part is "x" or "X" or "*");
            return isSeries && PackageVersion.Parse(string.Join('.', parts[..wildcard])) is { IsPrerelease: false } series ? new PackageRange(text, null, [.. series.Numbers], null) : null;
        }

        return PackageVersion.Parse(text) is not { } version ? null
            : version is { IsPrerelease: false, Numbers.Count: < 3 } ? new PackageRange(text, null, [.. version.Numbers], null)
            : new PackageRange(text, version, null, null);
    }

    /// <summary>Whether a version will do.</summary>
    internal bool Has(PackageVersion version)
    {
        if (exact is not null)
        {
            return exact.ToString() == version.ToString();
        }

        return (least is null || version.CompareTo(least) >= 0) && (fixedNumbers is null || (version.Numbers.Count >= fixedNumbers.Length && version.Numbers.Take(fixedNumbers.Length).SequenceEqual(fixedNumbers)));
    }

    /// <summary>The best of several versions: the highest that will do, one before its release only if there is no other.</summary>
    /// <returns>The version as written; <see langword="null"/> if none will do.</returns>
    public string? Best(IEnumerable<string> versions) =>
        versions.Select(PackageVersion.Parse).OfType<PackageVersion>().Where(Has).OrderBy(version => version.IsPrerelease).ThenByDescending(version => version).FirstOrDefault()?.ToString();

    /// <summary>The range as written.</summary>
    public override string ToString() => text;
}
