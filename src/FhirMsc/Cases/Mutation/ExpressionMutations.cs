using System.Text.RegularExpressions;

namespace FhirMsc.Cases.Mutation;

/// <summary>Small faults that authors make in FHIRPath: an operator, a quantifier, a code, a value set.</summary>
internal static partial class ExpressionMutations
{
    private static readonly Dictionary<string, string> Swaps = new(StringComparer.Ordinal)
    {
        [" and "] = " or ",
        [" or "] = " and ",
        [".exists()"] = ".empty()",
        [".empty()"] = ".exists()",
        [">="] = "<",
        [" > "] = " < ",
        [" < "] = " > ",
        [" = "] = " != ",
    };

    /// <summary>All changed forms of an expression, each with its name.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="valueSets">Canonicals to swap value sets for.</param>
    public static IEnumerable<(string Name, string Expression)> Of(string expression, IReadOnlyList<string> valueSets)
    {
        foreach (var (from, to) in Swaps)
        {
            foreach (var (number, at) in Places(expression, from).Index())
            {
                yield return ($"{from.Trim()}→{to.Trim()} #{number + 1}", expression[..at] + to + expression[(at + from.Length)..]);
            }
        }

        foreach (var (number, match) in Code().Matches(expression).Index())
        {
            yield return ($"{match.Value}→other #{number + 1}", $"{expression[..match.Index]}'no-such-code'{expression[(match.Index + match.Length)..]}");
        }

        foreach (var (number, match) in ValueSet().Matches(expression).Index())
        {
            var other = valueSets.FirstOrDefault(set => set != match.Groups["url"].Value);
            if (other is not null)
            {
                yield return ($"{match.Groups["url"].Value.Split('/')[^1]}→other #{number + 1}", $"{expression[..match.Groups["url"].Index]}{other}{expression[(match.Groups["url"].Index + match.Groups["url"].Length)..]}");
            }
        }
    }

    /// <summary>Where a text stands outside of string literals. Line breaks count as blanks.</summary>
    private static IEnumerable<int> Places(string expression, string text)
    {
        var plain = Literal().Replace(expression, match => new string('\u00A7', match.Length)).ReplaceLineEndings("\n").Replace('\n', ' ');
        for (var at = plain.IndexOf(text, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    [GeneratedRegex("'[^']*'")]
    private static partial Regex Literal();

    /// <summary>A code or an address of a code system in quotes, as opposed to a value set, a path or a pattern.</summary>
    [GeneratedRegex(@"'(?![^']*/ValueSet/)[A-Za-z0-9][A-Za-z0-9.\-:/]*'")]
    private static partial Regex Code();

    [GeneratedRegex(@"memberOf\('(?<url>[^']+)'\)")]
    private static partial Regex ValueSet();
}
