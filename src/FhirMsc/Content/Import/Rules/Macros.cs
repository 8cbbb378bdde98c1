using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Rules;

/// <summary>Named parts of forms: <c>{number}</c> in a form stands for the macro of that name. Macros may use others.</summary>
internal sealed partial class Macros
{
    private const int Deepest = 8;

    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);

    /// <summary>Adds a macro; a name given twice is the later one.</summary>
    public void Add(string name, string form) => _forms[name] = form;

    /// <summary>Writes a form out.</summary>
    /// <exception cref="KeyNotFoundException">A macro is not known, or macros name each other in a circle.</exception>
    public string Expand(string form) => Expand(form, 0);

    private string Expand(string form, int depth) => depth > Deepest
        ? throw new KeyNotFoundException("Macros name each other in a circle.")
        : Name().Replace(form, match => Expand(_forms.TryGetValue(match.Groups[1].Value, out var macro) ? macro : throw new KeyNotFoundException($"There is no macro {match.Value}."), depth + 1));

    [GeneratedRegex(@"\{([a-z][A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
