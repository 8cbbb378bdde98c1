namespace FhirMsc.Publishing.Searching;

/// <summary>Prefixes of ordered parameters: number, date and quantity (https://hl7.org/fhir/R4/search.html#prefix).</summary>
internal static class SearchPrefix
{
    private static readonly string[] All = ["eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"];

    /// <summary>Splits a value into its prefix (<c>eq</c> without one) and the rest.</summary>
    public static (string Prefix, string Value) Split(string value) =>
        value.Length > 2 && All.Contains(value[..2]) ? (value[..2], value[2..]) : ("eq", value);

    /// <summary>
    /// Whether a resource's range meets a searched one. The specification states each prefix over ranges: <c>eq</c> is "the range of the search value fully contains the
    /// range of the target value", <c>gt</c> "the range above the search value intersects the range of the target value", <c>sa</c> "the range of the target lies
    /// wholly above", and so on.
    /// </summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="target">Least and greatest of the resource's value.</param>
    /// <param name="search">Least and greatest of the searched value.</param>
    /// <param name="near">The searched value made wider, for <c>ap</c>.</param>
    public static bool Meets<T>(string prefix, (T Low, T High) target, (T Low, T High) search, (T Low, T High) near)
        where T : IComparable<T>
    {
        var contains = target.Low.CompareTo(search.Low) >= 0 && target.High.CompareTo(search.High) <= 0;
        return prefix switch
        {
            "eq" => contains,
            "ne" => !contains,
            "gt" => target.High.CompareTo(search.High) > 0,
            "lt" => target.Low.CompareTo(search.Low) < 0,
            "ge" => contains || target.High.CompareTo(search.High) > 0,
            "le" => contains || target.Low.CompareTo(search.Low) < 0,
            "sa" => target.Low.CompareTo(search.High) > 0,
            "eb" => target.High.CompareTo(search.Low) < 0,
            _ => target.Low.CompareTo(near.High) <= 0 && target.High.CompareTo(near.Low) >= 0,
        };
    }
}
