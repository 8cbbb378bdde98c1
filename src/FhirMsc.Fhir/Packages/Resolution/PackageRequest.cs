namespace FhirMsc.Fhir.Packages.Resolution;

/// <summary>A package that somebody needs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Range">Which versions will do, as written.</param>
public sealed record PackageRequest(string Name, string Range)
{
    private const string Alias = "npm:";

    /// <summary>Reads <c>NAME</c>, <c>NAME@VERSION</c> or <c>NAME#VERSION</c>.</summary>
    public static PackageRequest Parse(string text)
    {
        var at = text.LastIndexOfAny(['@', '#']);
        return at > 0 ? new PackageRequest(text[..at], text[(at + 1)..]) : new PackageRequest(text, "latest");
    }

    /// <summary>
    /// A dependency as a manifest states it. A package may be needed under another name (alias), in order to have two versions of it: npm writes
    /// <c>"ALIAS": "npm:NAME@VERSION"</c>, the FHIR publisher <c>"ALIAS@npm:NAME": "VERSION"</c>.
    /// </summary>
    public static PackageRequest Of(string name, string range)
    {
        if (range.StartsWith(Alias, StringComparison.Ordinal))
        {
            return Parse(range[Alias.Length..]);
        }

        var at = name.IndexOf("@" + Alias, StringComparison.Ordinal);
        return new PackageRequest(at < 0 ? name : name[(at + 1 + Alias.Length)..], range);
    }

    /// <summary>Whether a dependency is one under another name, which may stand beside other versions of the same package.</summary>
    public static bool IsAlias(string name, string range) => range.StartsWith(Alias, StringComparison.Ordinal) || name.Contains("@" + Alias, StringComparison.Ordinal);

    /// <summary><c>name@range</c>.</summary>
    public override string ToString() => $"{Name}@{Range}";
}
