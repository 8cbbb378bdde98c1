using System.Globalization;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Suites.Snapshot;

/// <summary>Compares snapshots by what decides whether a resource conforms: ids and their order, cardinality, types, bindings, slicing, constraints, values.</summary>
public static class SnapshotComparison
{
    /// <summary>What is compared of each element, by name. Lists without an order of their own are sorted.</summary>
    private static readonly (string Name, Func<ElementDefinition, string> Text)[] Facets =
    [
        ("path", element => element.Path),
        ("sliceName", element => element.SliceName ?? string.Empty),
        ("cardinality", element => string.Create(CultureInfo.InvariantCulture, $"{element.Min}..{element.Max}")),
        ("base", element => element.Base is { } from ? string.Create(CultureInfo.InvariantCulture, $"{from.Path} {from.Min}..{from.Max}") : string.Empty),
        ("type", element => string.Join(", ", element.Types.Select(Type).Order(StringComparer.Ordinal))),
        ("contentReference", element => element.ContentReference is { } reference ? reference[reference.IndexOf('#', StringComparison.Ordinal)..] : string.Empty),
        ("binding", element => element.Binding is { } binding ? $"{binding.Strength} {binding.ValueSet}{string.Concat(binding.Additional.Select(more => $" + {more.Purpose} {more.ValueSet}"))}" : string.Empty),
        ("slicing", element => element.Slicing is { } slicing ? $"{slicing.Rules} ordered {slicing.IsOrdered} by {string.Join(", ", slicing.Discriminators.Select(by => $"{by.Type}:{by.Path}"))}" : string.Empty),
        ("constraint", element => string.Join(", ", element.Constraints.Select(constraint => $"{constraint.Key} {constraint.Severity} {constraint.Expression}").Order(StringComparer.Ordinal))),
        ("fixed", element => Value(element.Fixed)),
        ("pattern", element => Value(element.Pattern)),
        ("mustSupport", element => element.MustSupport ? "true" : string.Empty),
    ];

    /// <summary>The differences in words, those of the list of elements first; none if the snapshots are equal.</summary>
    /// <param name="expected">The elements that are due.</param>
    /// <param name="actual">The elements that came.</param>
    /// <param name="versions">Whether the versions of canonical URLs count: some expected results add them to URLs that have none in the base.</param>
    public static IEnumerable<string> Differences(IReadOnlyList<ElementDefinition> expected, IReadOnlyList<ElementDefinition> actual, bool versions)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var (there, here) = (expected.Select(element => element.Id).ToList(), actual.Select(element => element.Id).ToList());
        if (!there.SequenceEqual(here))
        {
            var at = there.Zip(here).TakeWhile(pair => pair.First == pair.Second).Count();
            var (missing, extra) = (there.Except(here).Take(3), here.Except(there).Take(3));
            yield return string.Create(CultureInfo.InvariantCulture, $"ids: {there.Count} expected, {here.Count} found; first at {at}: '{there.ElementAtOrDefault(at)}' expected, '{here.ElementAtOrDefault(at)}' found; missing {string.Join(", ", missing)}; extra {string.Join(", ", extra)}");
        }

        var byId = actual.GroupBy(element => element.Id).ToDictionary(group => group.Key, group => group.First());
        foreach (var element in expected)
        {
            if (!byId.TryGetValue(element.Id, out var own))
            {
                continue;
            }

            var (plain, ownPlain) = versions ? (element, own) : (Plain(element), Plain(own));
            foreach (var (name, text) in Facets)
            {
                var (due, found) = (text(plain), text(ownPlain));
                if (due != found)
                {
                    yield return $"{element.Id} {name}: '{due}' expected, '{found}' found";
                }
            }
        }
    }

    private static ElementDefinition Plain(ElementDefinition element) => element with
    {
        Types = [.. element.Types.Select(type => type with { Profiles = [.. type.Profiles.Select(Plain)], TargetProfiles = [.. type.TargetProfiles.Select(Plain)] })],
        Binding = element.Binding is { ValueSet: { } valueSet } binding ? binding with { ValueSet = Plain(valueSet) } : element.Binding,
    };

    private static string Plain(string canonical) => canonical.Split('|')[0];

    /// <summary>A value with its properties in the order of their names.</summary>
    private static string Value(ElementValue? value) => value is null ? string.Empty : Sorted(JsonNode.Parse(value.Json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static string Type(TypeReference type) =>
        $"{type.Code}({string.Join(" ", type.Profiles)})->({string.Join(" ", type.TargetProfiles.Order(StringComparer.Ordinal))}){(type.Aggregation == AggregationModes.None ? string.Empty : " " + type.Aggregation)}";
}
