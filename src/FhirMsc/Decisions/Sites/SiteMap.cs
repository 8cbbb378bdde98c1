using System.Collections.Frozen;
using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions.Sites;

/// <summary>What one hospital adds to the published guidelines: what its local codes mean, and settings that plans leave to the site. Immutable.</summary>
public sealed class SiteMap
{
    /// <summary>
    /// Name of the setting that holds the site's codes of class <see cref="SiteCodeUse.Ignore"/> as <c>system|code</c>. They are in no value set; a plan that looks at words needs to
    /// know them by themselves.
    /// </summary>
    public const string IgnoredCodes = "ignoredCodes";

    private readonly FrozenDictionary<(string System, string Code), SiteCode> codes;

    internal SiteMap(string? version, IReadOnlyList<SiteCode> codes, IReadOnlyDictionary<string, IReadOnlyList<Item>> settings)
    {
        Version = version;
        Settings = settings;
        this.codes = codes.ToFrozenDictionary(code => (SystemNames.Plain(code.System), SystemNames.Plain(code.System, code.Code)), code => code);
    }

    /// <summary>A site that adds nothing.</summary>
    public static SiteMap None { get; } = new(null, [], new Dictionary<string, IReadOnlyList<Item>>());

    /// <summary>Version of the site's file; <see langword="null"/> without a file.</summary>
    public string? Version { get; }

    /// <summary>Settings by the name of the plan's variable.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Item>> Settings { get; }

    /// <summary>The codes, by system and code.</summary>
    public IEnumerable<SiteCode> Codes => codes.Values.OrderBy(code => code.System, StringComparer.Ordinal).ThenBy(code => code.Code, StringComparer.Ordinal);

    /// <summary>How many codes are mapped.</summary>
    public int Count => codes.Count;

    /// <summary>Whether a value set lists what a person should look at, rather than what warnings count: by its id, or the canonical URL that ends with it.</summary>
    /// <param name="valueSet">Id or canonical URL, with or without version.</param>
    internal static bool IsForReview(string valueSet) => valueSet.AsSpan(0, valueSet.IndexOf('|', StringComparison.Ordinal) is var end and >= 0 ? end : valueSet.Length).EndsWith("-review", StringComparison.Ordinal);

    /// <summary>What a code means at the site; <see langword="null"/> if the site does not say.</summary>
    /// <param name="system">Code system, by any of its known addresses.</param>
    /// <param name="code">The code.</param>
    public SiteCode? Find(string system, string code) => codes.Count == 0 ? null : codes.GetValueOrDefault((SystemNames.Plain(system), SystemNames.Plain(system, code)));
}
