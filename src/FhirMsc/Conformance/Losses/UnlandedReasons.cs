using System.Text.RegularExpressions;

namespace FhirMsc.Conformance.Losses;

/// <summary>Which values of the content are not expected in the artifacts as they stand, and why. Anything else that is not found is lost.</summary>
internal static partial class UnlandedReasons
{
    /// <summary>By key path with list items as <c>[]</c>; the last key alone where it means the same everywhere.</summary>
    private static readonly Dictionary<string, string> ByPath = new(StringComparer.Ordinal)
    {
        ["schema"] = "names the form of the content file",
        ["id"] = "is the start of every id",
        ["canonical"] = "is the start of every canonical URL",
        ["source.label"] = "is said by the cards, in words of their own",
        ["sections[].parent"] = "is the nesting of sections",
        ["sections[].counted"] = "says how places count",
        ["ratingSchemes[].id"] = "names the scheme inside the content",
        ["ratingSchemes[].format"] = "checks printed ratings while reading",
        ["recommendations[].rating.scheme"] = "names the scheme inside the content",
        ["recommendations[].rating.printed"] = "is part of the quotation; its parts are codes",
        ["recommendations[].restsOn[]"] = "names facts inside the content; they are justifications and citations",
        ["recommendations[].restates"] = "names the other recommendation; it is a related artifact",
        ["recommendations[].exceptions[].criterion"] = "names a criterion; it is a condition",
        ["studies[].outcomes[].endpoint"] = "names an endpoint, whose words stand in the variable",
        ["considerations[].criterion"] = "names a criterion; services say when to add the line",
        ["references[].label"] = "is the label of the citation",
        ["defects[].concerns[]"] = "names facts; the defect is a note on what they became",
        ["terminology.valueSets[].include[].licence"] = "names a licence, whose notice is in the copyright",
        ["terminology.valueSets[].include[].codeSystem"] = "names a code system, whose URL is there",
        ["texts[].id"] = "names a text that cards share",
        ["texts[].text"] = "is filled in where cards use it",
        ["services[].card.detail"] = "has places that are filled in",
        ["services[].hints[].card.detail"] = "has places that are filled in",
        ["services[].notes[].when"] = "names a criterion; it is the condition of the line",
        ["services[].when[]"] = "names a criterion; it is a condition",
        ["services[].unless[]"] = "names a criterion; it is a condition",
        ["services[].recommendations[]"] = "names recommendations; they are related artifacts",
        ["services[].card.suggestions[].remove"] = "names a criterion; it is the value of the suggestion",
        ["logic.criteria[].expression"] = "has value sets filled in; R5 may have its own",
        ["logic.criteria[].expressionR5"] = "is the expression in R5 only, with value sets filled in",
        ["logic.inputs[].query"] = "has codes filled in",
        ["place"] = "is kept by the trace, not by the artifacts",
        ["id "] = "names the fact; it is part of ids",
        ["valueSet"] = "names a value set inside the content; the resource has no place for a value set here",
        ["concept"] = "names a concept; its code is there",
        ["overrideReasons"] = "names a concept; its code is there",
        ["topic"] = "names a concept; its code is there",
    };

    /// <summary>Keys whose values are words of the content's own vocabulary and become codes or structure.</summary>
    private static readonly HashSet<string> Vocabulary =
    [
        "direction", "allocation", "masking", "kind", "role", "priority", "hook", "from", "gives", "equivalence", "status", "measure", "mappedTo", "studyType", "setting", "parent",
        "reference", "arm", "comparedArm", "referenceArm",
    ];

    /// <summary>The reason for a value at a path; <see langword="null"/> if there is none.</summary>
    public static string? For(string path, string value)
    {
        var pattern = ListItem().Replace(path, "[]");
        var key = pattern[(pattern.LastIndexOf('.') + 1)..].Replace("[]", string.Empty, StringComparison.Ordinal);
        return ByPath.GetValueOrDefault(pattern)
            ?? (value is "true" or "false" ? "is yes or no, and becomes structure" : null)
            ?? (Vocabulary.Contains(key) ? "is a word of the content's vocabulary, and becomes a code or structure" : null)
            ?? (key == "id" && pattern != "id" ? ByPath["id "] : null)
            ?? (key is "place" or "valueSet" or "concept" or "overrideReasons" or "topic" ? ByPath[key] : null);
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex ListItem();
}
