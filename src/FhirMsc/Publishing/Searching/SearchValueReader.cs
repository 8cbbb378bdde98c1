using System.Collections.Concurrent;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Publishing.Searching;

/// <summary>Turns the elements that a parameter's expression finds into values to compare (https://hl7.org/fhir/R4/search.html#ptypes, a table for each kind).</summary>
internal sealed class SearchValueReader(Catalog catalog)
{
    private readonly FhirModel model = FhirModel.For(catalog.Release);
    private readonly LocalTerminology terminology = new(FhirModel.For(catalog.Release));
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> systems = new(StringComparer.Ordinal);

    /// <summary>The values of one element; none if its type has no meaning for the kind.</summary>
    public IEnumerable<SearchValue> Read(Node node, SearchKind kind)
    {
        var element = Element.Of(node, model);
        return kind switch
        {
            SearchKind.Token => Tokens(element),
            SearchKind.String => Strings(element).Select(text => new SearchValue { Text = text }),
            SearchKind.Uri => element.Text is { } text ? [new SearchValue { Text = text }] : [],
            SearchKind.Reference => Reference(element),
            SearchKind.Date => Times(element).Select(time => new SearchValue { Time = time }),
            SearchKind.Words => [new SearchValue { Text = SearchWords.Of(node) }],
            SearchKind.Number => element.AsDecimal() is { } number ? [new SearchValue { Range = (number, number) }] : [],
            _ => Quantities(element),
        };
    }

    private IEnumerable<SearchValue> Tokens(Element element) => element.Type?.Name switch
    {
        "Coding" => [Coding(element.Node)],
        "CodeableConcept" => Concept(element.Node),
        "CodeableReference" => element.Node.Child("concept") is { Exists: true } concept ? Concept(concept) : [],
        "Identifier" => [new SearchValue { System = element.Node.Child("system").Text, Text = element.Node.Child("value").Text, Display = element.Node.Child("type").Child("text").Text }],
        "ContactPoint" => [new SearchValue { Text = element.Node.Child("value").Text }],
        "code" => [new SearchValue { System = SystemOf(element), Text = element.Text }],
        _ => element.Text is { } text ? [new SearchValue { Text = text }] : [],
    };

    private static SearchValue Coding(Node node) => new() { System = node.Child("system").Text, Text = node.Child("code").Text, Display = node.Child("display").Text };

    private static IEnumerable<SearchValue> Concept(Node node)
    {
        foreach (var coding in node.ChildrenNamed("coding"))
        {
            yield return Coding(coding);
        }

        if (node.Child("text").Text is { } text)
        {
            yield return new SearchValue { Display = text };
        }
    }

    /// <summary>"For elements of type code the system is implicit": the one that the element's value set takes the code from.</summary>
    private string? SystemOf(Element element) => element.Definition?.Binding?.ValueSet is { } valueSet && element.Text is { } code
        ? systems.GetOrAdd(valueSet, url => terminology.Expand(url).Codes.GroupBy(one => one.Code, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.First().System, StringComparer.Ordinal)).GetValueOrDefault(code)
        : null;

    private static IEnumerable<string> Strings(Element element) =>
        element.Text is { } text ? [text] : element.Children.Where(child => child.Name is not ("use" or "period" or "id" or "extension")).Select(child => child.Text).OfType<string>();

    private IEnumerable<SearchValue> Reference(Element element)
    {
        var node = element.Type?.Name == "CodeableReference" ? element.Node.Child("reference") : element.Node;
        if (!node.Exists)
        {
            return [];
        }

        var text = node.Text ?? node.Child("reference").Text;
        var identifier = node.Child("identifier");
        return text is null && !identifier.Exists ? [] :
        [
            new SearchValue
            {
                Text = text,
                Target = text is null ? null : TargetOf(text),
                Identifier = identifier.Exists ? (identifier.Child("system").Text, identifier.Child("value").Text) : null,
                System = node.Child("type").Text,
            },
        ];
    }

    private Artifact? TargetOf(string text) =>
        text.Split('/') is [var type, var id] ? catalog.Find(type, id) : catalog.FindCanonical(text);

    private static IEnumerable<(DateTime First, DateTime Last)> Times(Element element)
    {
        if (element.Text is { } text)
        {
            return SearchTimes.Read(text) is { } time ? [time] : [];
        }

        // "Period: explicit, though the upper or lower bound might not actually be specified."
        var (start, end) = (element.Node.Child("start").Text, element.Node.Child("end").Text);
        return start is null && end is null ? [] : [(SearchTimes.Read(start)?.First ?? SearchTimes.Always.First, SearchTimes.Read(end)?.Last ?? SearchTimes.Always.Last)];
    }

    private static IEnumerable<SearchValue> Quantities(Element element)
    {
        var (low, high) = element.Type?.Name == "Range" ? (element.Child("low"), element.Child("high")) : (element, element);
        var unit = low.Exists ? low : high;
        return !unit.Exists ? [] :
        [
            new SearchValue
            {
                Range = (low.Exists ? low.Child("value").AsDecimal() ?? decimal.MinValue : decimal.MinValue, high.Exists ? high.Child("value").AsDecimal() ?? decimal.MaxValue : decimal.MaxValue),
                System = unit.Node.Child("system").Text,
                Text = unit.Node.Child("code").Text,
                Display = unit.Node.Child("unit").Text,
            },
        ];
    }
}
