using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Rules;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>What an element definition, and those below it, ask of a value in order to tell it from others: fixed values, patterns, required codes.</summary>
internal sealed class ValueCriterion
{
    /// <summary>Deeper than this nobody fixes a value to tell slices apart; a circle of profiles ends here.</summary>
    private const int MaxDepth = 8;

    private readonly Node exact;
    private readonly Node pattern;
    private readonly string? valueSet;
    private readonly (string Name, ValueCriterion Criterion)[] parts;

    private ValueCriterion(Node exact, Node pattern, string? valueSet, (string Name, ValueCriterion Criterion)[] parts)
    {
        this.exact = exact;
        this.pattern = pattern;
        this.valueSet = valueSet;
        this.parts = parts;
    }

    /// <summary>The criterion of an element, or null if nothing there tells values apart.</summary>
    public static ValueCriterion? Of(SnapshotNode node, SchemaStore store) => Of(node, store, 0);

    /// <summary>The criterion that a part of a fixed value or pattern is.</summary>
    public static ValueCriterion OfPart(Node value, bool isFixed) => new(isFixed ? value : default, isFixed ? default : value, null, []);

    /// <summary>Whether a value meets it.</summary>
    public bool Matches(Node node, ValidationRun run)
    {
        if ((exact.Exists && !NodeComparison.AreEqual(exact, node))
            || (pattern.Exists && !NodeComparison.Matches(pattern, node))
            || (valueSet is not null && CodedValues.IsMember(node, run.TypeOf(node), valueSet, run) != Answer.Yes))
        {
            return false;
        }

        foreach (var (name, criterion) in parts)
        {
            var isMet = false;
            foreach (var child in node.Children)
            {
                isMet = isMet || (child.Name.StartsWith(name, StringComparison.Ordinal) && (child.Name.Length == name.Length || char.IsAsciiLetterUpper(child.Name[name.Length])) && criterion.Matches(child, run));
            }

            if (!isMet)
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString()
    {
        var words = new List<string>();
        words.AddRange(exact.Exists ? [NodeComparison.Show(exact)] : []);
        words.AddRange(pattern.Exists ? [NodeComparison.Show(pattern)] : []);
        words.AddRange(valueSet is null ? [] : [$"from {valueSet}"]);
        words.AddRange(parts.Select(part => $"with {part.Name} {part.Criterion}"));
        return string.Join(", ", words);
    }

    private static ValueCriterion? Of(SnapshotNode node, SchemaStore store, int depth)
    {
        var element = node.Element;
        var valueSet = element.Binding is { Strength: BindingStrength.Required, ValueSet: { } url } && element.Fixed is null && element.Pattern is null ? url : null;
        if (element.Fixed is not null || element.Pattern is not null || valueSet is not null)
        {
            return new ValueCriterion(element.Fixed?.Node ?? default, element.Pattern?.Node ?? default, valueSet, []);
        }

        if (depth > MaxDepth)
        {
            return null;
        }

        var parts = node.Children.Where(child => child.Element.Min > 0).SelectMany(child => Parts(child, store, depth + 1)).ToArray();
        if (parts.Length > 0)
        {
            return new ValueCriterion(default, default, null, parts);
        }

        return element.Types is [{ Profiles: [var profile] }] && store.SnapshotOf(profile) is { } root ? Of(root, store, depth + 1) : null;
    }

    private static IEnumerable<(string Name, ValueCriterion Criterion)> Parts(SnapshotNode child, SchemaStore store, int depth)
    {
        if (Of(child, store, depth) is { } own)
        {
            yield return (child.Element.Name, own);
        }

        foreach (var slice in child.Slices.Where(slice => slice.Element.Min > 0))
        {
            if (Of(slice, store, depth) is { } criterion)
            {
                yield return (child.Element.Name, criterion);
            }
        }
    }
}
