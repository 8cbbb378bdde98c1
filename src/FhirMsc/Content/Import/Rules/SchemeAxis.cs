namespace FhirMsc.Content.Import.Rules;

/// <summary>Strength or quality of evidence in a rating scheme.</summary>
/// <param name="Levels">Codes, strongest first, with what they are called; the name is empty where the rule file gives none.</param>
internal sealed record SchemeAxis(IReadOnlyList<KeyValuePair<string, string>> Levels)
{
    /// <summary>The code as the scheme writes it; <see langword="null"/> when it has no such level.</summary>
    public string? Code(string printed) => Find(printed.Trim()) ?? Find(printed.Trim().Replace('-', ' ')) ?? Bare(printed);

    private string? Find(string printed) => Levels.Select(level => level.Key).FirstOrDefault(code => code.Equals(printed, StringComparison.OrdinalIgnoreCase));

    /// <summary>The level whose letters and digits are the printed ones: "III (no benefit)" is "III: No Benefit".</summary>
    private string? Bare(string printed) => Levels.Select(level => level.Key).FirstOrDefault(code => !code.All(char.IsLetterOrDigit) && Letters(code).Equals(Letters(printed), StringComparison.OrdinalIgnoreCase));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
