using System.Collections.Concurrent;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Tests.Packages;

/// <summary>FHIR packages on this machine, opened once. Tests that need one carry <see cref="PackageFactAttribute"/> or <see cref="PackageTheoryAttribute"/>.</summary>
internal static class LocalPackages
{
    public const string R4 = "hl7.fhir.r4.examples-4.0.1";
    public const string R4B = "hl7.fhir.r4b.core-4.3.0";
    public const string R5 = "hl7.fhir.r5.core-5.0.0";

    public const string Expansions = "hl7.fhir.r4.expansions-4.0.1";
    public const string TerminologyR4 = "hl7.terminology.r4-7.0.1";
    public const string TerminologyR5 = "hl7.terminology.r5-7.0.1";
    public const string ExtensionsR4 = "hl7.fhir.uv.extensions.r4-5.3.0-ballot-tc1";
    public const string ExtensionsR5 = "hl7.fhir.uv.extensions.r5-5.3.0-ballot-tc1";

    /// <summary>All packages that the packs are made from.</summary>
    public static readonly string[] All = [R4, R4B, R5, Expansions, TerminologyR4, TerminologyR5, ExtensionsR4, ExtensionsR5];

    private static readonly ConcurrentDictionary<string, Lazy<FhirPackage>> Opened = new();

    /// <summary>Where a package lies, by <c>NAME-VERSION</c>; <see langword="null"/> if it is not here.</summary>
    public static string? Find(string package)
    {
        // The version is the first part that starts with a digit and all behind it.
        var parts = package.Split('-');
        var version = Array.FindIndex(parts, part => char.IsAsciiDigit(part[0]));
        return PackageCache.OfUser().Find(string.Join('-', parts[..version]), string.Join('-', parts[version..]));
    }

    /// <summary>A package that is here.</summary>
    public static FhirPackage Open(string package) => Opened.GetOrAdd(package, name => new Lazy<FhirPackage>(() =>
    {
        var (opened, issues) = FhirPackage.Open(Find(name)!);
        Assert.Empty(issues);
        return opened!;
    })).Value;

    /// <summary>Why tests that need packages can't run; <see langword="null"/> if they can.</summary>
    public static string? SkipReason(string[] packages) =>
        packages.Where(package => Find(package) is null).ToList() is { Count: > 0 } missing
            ? $"Not in $FHIRMSC_PACKAGES or ~/.cache/fhirmsc/packages: {string.Join(", ", missing)}"
            : null;
}
