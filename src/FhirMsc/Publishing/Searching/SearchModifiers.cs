namespace FhirMsc.Publishing.Searching;

/// <summary>Which modifiers each kind of parameter knows. What is not listed is refused, as the specification demands of modifiers.</summary>
public static class SearchModifiers
{
    private static readonly Dictionary<SearchKind, string[]> Known = new()
    {
        [SearchKind.Token] = ["missing", "not", "text"],
        [SearchKind.String] = ["missing", "exact", "contains"],
        [SearchKind.Uri] = ["missing", "below", "above"],
        [SearchKind.Reference] = ["missing", "identifier"],
        [SearchKind.Date] = ["missing"],
        [SearchKind.Number] = ["missing"],
        [SearchKind.Quantity] = ["missing"],
        [SearchKind.Composite] = ["missing"],
        [SearchKind.Words] = [],
    };

    /// <summary>The modifiers of a kind; reference parameters know the names of their target types besides.</summary>
    public static IReadOnlyList<string> Of(SearchKind kind) => Known[kind];

    /// <summary>Whether a parameter knows a modifier.</summary>
    public static bool Has(SearchParameter parameter, string modifier)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Known[parameter.Kind].Contains(modifier) || (parameter.Kind == SearchKind.Reference && (parameter.Targets.Contains(modifier) || parameter.Targets.Contains("Resource")) && char.IsAsciiLetterUpper(modifier[0]));
    }
}
